package dev.whetstone.task.family;

import dev.whetstone.task.TaskFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The explicit registration list: one line a family. */
public final class Families {
  private static final List<TaskFamily> ANSWERED =
      List.of(
          new ChainSum(),
          new BasicArithmetic(),
          new DecimalArithmetic(),
          new Gcd(),
          new FractionSimplification(),
          new SimpleEquations(),
          new PolynomialMultiplication(),
          new BaseConversion(),
          new DyckLanguage(),
          new WordSorting(),
          new ShuffledObjects(),
          new KnightsKnaves(),
          new Syllogism(),
          new ShortestPath(),
          new Countdown(),
          new MiniSudoku(),
          new ReasoningGraph());

  private static final List<TaskFamily> GAMES =
      List.of(new HiddenTruth(), new DarkMaze(), new ToolUse());

  private static final List<TaskFamily> ALL =
      Stream.of(ANSWERED, GAMES).flatMap(List::stream).toList();

  private static final Map<String, TaskFamily> BY_NAME = byName();

  private Families() {}

  /** Every family, in the order of registration. */
  public static List<TaskFamily> all() {
    return ALL;
  }

  /** Those whose tasks are answered at once, by a solution in steps. */
  public static List<TaskFamily> answered() {
    return ANSWERED;
  }

  /** One whose tasks are answered at once. */
  public static Optional<TaskFamily> answered(String name) {
    return named(name).filter(ANSWERED::contains);
  }

  /** Those whose tasks are played in turns. */
  public static List<TaskFamily> games() {
    return GAMES;
  }

  public static Optional<TaskFamily> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, TaskFamily> byName() {
    Map<String, TaskFamily> map = new LinkedHashMap<>();
    for (TaskFamily family : ALL) map.put(family.name(), family);
    return Collections.unmodifiableMap(map);
  }
}
