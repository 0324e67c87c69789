package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Tool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run errands in a shop by tools. A task is made by running them, so that its trace is known to be
 * executable (MCPEval, Liu et al. 2025); what counts is how the shop is left, not the calls.
 */
public final class ToolUse implements TaskFamily {
  private static final Control ERRANDS =
      Control.of("errands", "errands to be run one after another", 1, 2, 3, 4, 5);
  private static final Control ARTICLES =
      Control.of("articles", "articles in the shop", 8, 12, 16, 20, 24);
  private static final Control DISTRACTORS =
      Control.of("distractors", "tools that are of no use", 0, 1, 2, 3);
  private static final int USEFUL = StockTool.values().length - 3;

  @Override
  public String name() {
    return "tool_use";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Run errands in a shop by tools that query and change it; played in turns.";
  }

  @Override
  public List<Control> controls() {
    return List.of(ERRANDS, ARTICLES, DISTRACTORS);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Stock stock = Stock.draw(levels.value(ARTICLES), random);
    Stock goal = stock.copy();
    List<Errand.Done> errands = new ArrayList<>();
    do {
      errands.add(run(goal, random));
      if (goal.isLike(stock)) errands.clear();
    } while (errands.size() < levels.value(ERRANDS));
    List<Tool> tools = tools(levels.value(DISTRACTORS));
    List<Call> trace = errands.stream().flatMap(errand -> errand.calls().stream()).toList();
    Replay game =
        new Replay(
            tools,
            limit(trace, levels),
            OptionalInt.empty(),
            () -> new StockRoom(stock.copy(), goal));
    return new Task(
        question(errands, tools),
        lines(trace),
        game,
        "its trace of " + trace.size() + " calls was executed, and leads to the goal",
        (long) (trace.size() + levels.value(ARTICLES)) * tools.size(),
        Optional.empty(),
        Optional.of(game));
  }

  /** An errand that changes the shop, and leaves something in it, run. */
  private static Errand.Done run(Stock stock, RandomGenerator random) {
    while (true) {
      Errand[] kinds = Errand.values();
      Errand.Done errand = kinds[random.nextInt(kinds.length)].draw(stock, random);
      Stock after = stock.copy();
      StockRoom room = new StockRoom(after, stock);
      errand.calls().forEach(room::act);
      if (room.isWon() || after.all().size() < 3) continue;
      errand.calls().forEach(new StockRoom(stock, stock)::act);
      return errand;
    }
  }

  /** Enough to look at everything once more between the errands. */
  private static int limit(List<Call> trace, Levels levels) {
    return 2 * trace.size() + 2 * levels.value(ARTICLES) + 20;
  }

  private static List<Tool> tools(int distractors) {
    Tool finish = new Tool(StockRoom.FINISH, "Ends the task when all is done.", List.of());
    return Stream.concat(
            Arrays.stream(StockTool.values()).limit(USEFUL + distractors).map(StockTool::tool),
            Stream.of(finish))
        .toList();
  }

  private static String lines(List<Call> trace) {
    return Stream.concat(trace.stream(), Stream.of(new Call(StockRoom.FINISH, List.of())))
        .map(Call::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String question(List<Errand.Done> errands, List<Tool> tools) {
    return "You keep the stock of a shop with shelves "
        + String.join(", ", Stock.SHELVES)
        + ". Do this, one after the other, and change nothing else:\n"
        + errands.stream().map(errand -> "- " + errand.words() + "\n").collect(Collectors.joining())
        + "You can call:\n"
        + tools.stream()
            .map(tool -> "- " + Play.form(tool) + ": " + tool.summary() + "\n")
            .collect(Collectors.joining())
        + "Write each call alone on its line; the reply says what came of it. Call finish() at the"
        + " end.";
  }
}
