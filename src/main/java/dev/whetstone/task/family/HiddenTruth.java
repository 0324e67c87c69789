package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Tool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Find which of several truths holds, by tests whose outcomes rule others out; a game of truths and
 * actions (KUMO, Lin et al. 2025).
 */
public final class HiddenTruth implements TaskFamily {
  private static final Control TRUTHS =
      Control.of("truths", "truths of which one holds", 4, 6, 8, 10, 12, 14);
  private static final Control ACTIONS =
      Control.of("actions", "tests that can be made", 6, 8, 10, 12);
  private static final Control SHARE =
      Control.of("share", "percentage of the truths that show 'yes' in a test", 50, 40, 33, 25);
  private static final List<Tool> TOOLS =
      List.of(
          new Tool(
              VersionSpace.TEST,
              "Makes a test and tells what it shows.",
              List.of(parameter("name"))),
          new Tool(VersionSpace.CONCLUDE, "Ends the game.", List.of(parameter("mineral"))));

  private static Tool.Parameter parameter(String name) {
    return new Tool.Parameter(name, Tool.Type.STRING, "as it is written in the question");
  }

  @Override
  public String name() {
    return "hidden_truth";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Find by as few tests as possible which of several truths holds; played in turns.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TRUTHS, ACTIONS, SHARE);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    int truths = levels.value(TRUTHS);
    int actions = levels.value(ACTIONS);
    KnowledgeBook book = KnowledgeBook.draw(truths, actions, levels.value(SHARE), random);
    int truth = random.nextInt(truths);
    FewestTests fewest = new FewestTests(book);
    Replay game =
        new Replay(
            TOOLS,
            2 * actions + truths,
            OptionalInt.of(fewest.worst() + 1),
            () -> new VersionSpace(book, truth));
    return new Task(
        question(book),
        fewest.play(truth),
        game,
        "exhaustive search: " + fewest.worst() + " tests suffice for every truth, and no fewer do",
        (long) fewest.worst() * truths * actions,
        Optional.empty(),
        Optional.of(game));
  }

  private static String question(KnowledgeBook book) {
    return "One of these minerals is in a closed box: "
        + String.join(", ", book.truths())
        + ". Find out which it is by tests. A test shows yes or no, and what it shows rules some"
        + " of them out:\n"
        + book
        + "Call test(name) to make a test, and at the end conclude(mineral). A conclusion counts"
        + " only if it is true and your tests have ruled out all the others. Make as few tests as"
        + " you can. Write each call alone on its line; the reply says what the tests show.";
  }
}
