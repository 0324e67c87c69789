package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.SwapStory.Scene;
import dev.whetstone.task.family.SwapStory.Swap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Keep track of what each person has while pairs of them swap. */
public final class ShuffledObjects implements TaskFamily {
  private static final Control PEOPLE =
      Control.of("num_people", "people who each have one thing", 4, 5, 6, 7, 8, 10, 12);
  private static final Control SWAPS =
      Control.of("num_swaps", "swaps in turn", 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 30);
  private static final List<String> NAMES =
      words(
          "Ada Ben Cora Dan Ella Finn Gwen Hugo Iris Jack Kate Liam Mia Noah Olga Paul Quinn Rosa"
              + " Sam Tess Uma Vera Will Xena Yara Zoe Adam Beth Carl Dora Emil Faye Greg Hana Ivan"
              + " June Kurt Lena Mark Nina Otto Pia Ralf Sara Theo Vito Walt Anna Bert Clara Dean"
              + " Edna Fred Gina Hans Inga Joel Kira Luke Maya");
  private static final List<Scene> SCENES =
      List.of(
          new Scene(
              "each hold one object",
              "holds the",
              " swap their objects.\n",
              "Which object does %s hold at the end? Answer with the object alone.",
              words(
                  "kite lamp drum spoon candle basket mirror hammer violin pillow blanket ladder"
                      + " marble ribbon bucket feather compass helmet teapot whistle button shovel"
                      + " wallet globe pencil hat vase bell comb rope umbrella trumpet")),
          new Scene(
              "each stand at one place in a park",
              "stands at the",
              " change places.\n",
              "At which place does %s stand at the end? Answer with the place alone.",
              words(
                  "fountain gate bridge pond oak bench statue kiosk swing slide hedge meadow well"
                      + " tower stage playground cafe greenhouse maze pier lawn orchard sandpit"
                      + " sundial rockery pavilion fence birch stairs boathouse")),
          new Scene(
              "each have one part in a play",
              "plays the",
              " trade parts.\n",
              "Which part does %s play at the end? Answer with the part alone.",
              words(
                  "king queen wizard knight baker sailor thief judge dragon pirate farmer hunter"
                      + " ghost giant beggar prince painter miller soldier tailor monk jester cook"
                      + " spy nurse captain shepherd blacksmith witch duke")));

  // Naming a thing of another scene beside the right one is no answer either.
  private static final List<String> THINGS =
      SCENES.stream().flatMap(scene -> scene.things().stream()).toList();

  @Override
  public String name() {
    return "shuffled_objects";
  }

  @Override
  public Category category() {
    return Category.COGNITION;
  }

  @Override
  public String summary() {
    return "Keep track of what each person has while pairs of them swap.";
  }

  @Override
  public List<Control> controls() {
    return List.of(PEOPLE, SWAPS);
  }

  /** One of the four things named. */
  @Override
  public double chance() {
    return 0.25;
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    int size = levels.value(PEOPLE);
    Scene scene = SCENES.get(random.nextInt(SCENES.size()));
    List<String> things = pick(scene.things(), size, random);
    List<Swap> swaps = swaps(size, levels.value(SWAPS), random);
    List<String> end = end(things, swaps);
    int asked = asked(things, end, random);
    SwapStory story = new SwapStory(scene, pick(NAMES, size, random), things, swaps, asked);
    return new Task(
        story.question(),
        end.get(asked),
        Checks.reading(ShuffledObjects::read, end.get(asked)::equals),
        "all " + size + " followed through all " + swaps.size() + " swaps",
        (long) size + 2L * swaps.size(),
        Optional.of(story));
  }

  private static Optional<String> read(Answer answer) {
    String line = answer.line().toLowerCase(Locale.ROOT);
    return answer.choice(THINGS.stream().filter(line::contains).toList());
  }

  private static List<String> words(String spaced) {
    return List.of(spaced.split(" ", -1));
  }

  private static List<String> pick(List<String> from, int count, RandomGenerator random) {
    List<String> all = new ArrayList<>(from);
    for (int i = 0; i < count; i++) Collections.swap(all, i, random.nextInt(i, all.size()));
    return List.copyOf(all.subList(0, count));
  }

  /** No two swaps in a row are of the same pair: they would undo each other. */
  private static List<Swap> swaps(int people, int count, RandomGenerator random) {
    List<Swap> swaps = new ArrayList<>();
    while (swaps.size() < count) {
      int a = random.nextInt(people);
      Swap swap = new Swap(a, Draws.other(a, people, random));
      if (swaps.isEmpty() || swap.shared(swaps.getLast()) < 2) swaps.add(swap);
    }
    return List.copyOf(swaps);
  }

  private static List<String> end(List<String> things, List<Swap> swaps) {
    List<String> has = new ArrayList<>(things);
    for (Swap swap : swaps) Collections.swap(has, swap.a(), swap.b());
    return has;
  }

  /** Anyone; but no more often than by chance one who ends with what he began with. */
  private static int asked(List<String> start, List<String> end, RandomGenerator random) {
    int size = start.size();
    boolean unchanged = random.nextInt(size) == 0;
    int first = random.nextInt(size);
    for (int i = first; i < first + size; i++)
      if (start.get(i % size).equals(end.get(i % size)) == unchanged) return i % size;
    return first;
  }
}
