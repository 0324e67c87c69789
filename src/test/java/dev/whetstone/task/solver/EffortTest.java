package dev.whetstone.task.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffortTest {
  static Stream<TaskFamily> families() {
    return Families.answered().stream();
  }

  private static Task hardest(TaskFamily family, long seed) {
    Levels levels = Levels.highest(family.controls());
    return Identity.of(family, levels, Split.TRAIN, "effort", seed).make(family);
  }

  private static Solver solver(String family) {
    return Solvers.of(family).orElseThrow();
  }

  /** Steps taken; every text ends in an answer, in none, or in a refusal. */
  private static long effort(Solver solver, String question) {
    Effort effort = new Effort();
    try {
      solver.solve(question, effort);
    } catch (Effort.Exceeded e) {
      return Effort.MOST;
    }
    return effort.taken();
  }

  @ParameterizedTest
  @MethodSource("families")
  void theHardestQuestionsTakeAFewPercentOfWhatThereIs(TaskFamily family) {
    for (int seed = 0; seed < 8; seed++) {
      long effort = effort(solver(family.name()), hardest(family, seed).question());
      assertTrue(effort <= Effort.MOST / 20, family.name() + " takes " + effort);
    }
  }

  /**
   * Pieces of a hard question said again, left out and exchanged, with its own signs and others.
   */
  @ParameterizedTest
  @MethodSource("families")
  void noGarbledQuestionFailsOrTakesMore(TaskFamily family) {
    SplittableRandom random = new SplittableRandom(1);
    Solver solver = solver(family.name());
    for (int seed = 0; seed < 30; seed++) {
      Task task = hardest(family, seed % 4);
      String garbled = garbled(task.question(), random);
      assertTrue(effort(solver, garbled) <= Effort.MOST);
      Optional<Solved> read = Solvers.solve(solver, garbled);
      read.ifPresent(s -> assertFalse(s.confirms().test("x" + task.answer().repeat(300))));
      Solved solved = Solvers.solve(solver, task.question()).orElseThrow();
      assertFalse(solved.confirms().test("x" + garbled(task.answer(), random).repeat(200)));
    }
  }

  private static String garbled(String text, SplittableRandom random) {
    StringBuilder garbled = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !garbled.isEmpty(); i--) {
      int from = random.nextInt(garbled.length());
      int to = from + 1 + random.nextInt(Math.min(60, garbled.length() - from));
      String piece = garbled.substring(from, to);
      int at = random.nextInt(garbled.length());
      switch (random.nextInt(4)) {
        case 0 -> garbled.delete(from, to);
        case 1 -> garbled.insert(at, piece.repeat(1 + random.nextInt(20)));
        case 2 -> garbled.replace(from, to, Integer.toString(random.nextInt()));
        default -> garbled.insert(at, "(9*x^-1/0<>_X".charAt(random.nextInt(13)));
      }
    }
    return garbled.length() > 4_000 ? garbled.substring(0, 4_000) : garbled.toString();
  }

  private static String repeated(int count, String template) {
    return IntStream.range(0, count)
        .mapToObj(i -> template.formatted(name(i + 1), name(i)))
        .collect(Collectors.joining(" "));
  }

  private static String name(int i) {
    return "A" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
  }

  /** Each the square of the one before: after thirty sentences no memory would hold it. */
  @Test
  void squaresOfSquaresAreNotWorkedOut() {
    String story =
        "Nobody here has any eggs but those told of. Aaa has 99 and 99 eggs. "
            + repeated(60, "%1$s has as many eggs as %2$s times %2$s.")
            + " How many eggs does Abb have? Give only the final number as your answer.";
    assertEquals(Optional.empty(), Solvers.solve(solver("reasoning_graph"), story));
    String few = story.replaceFirst("Aad has.*? How", "How").replace("does Abb", "does Aac");
    assertTrue(
        Solvers.solve(solver("reasoning_graph"), few).orElseThrow().confirms().test("1536953616"));
  }

  @Test
  void deepNestingOnAFullIslandIsReadInFewSteps() {
    String deep = "(".repeat(95) + "Aaa is a knight" + ")".repeat(95);
    String island = hardest(Families.named("knights_knaves").orElseThrow(), 0).question();
    String said =
        IntStream.range(0, 8)
            .mapToObj(i -> name(i) + ": \"" + deep + ".\"\n")
            .collect(Collectors.joining());
    String question = island.replaceFirst("(?s)lies\\.\\n.*?\\('Or'", "lies.\n" + said + "('Or'");
    long effort = effort(solver("knights_knaves"), question);
    assertTrue(effort > 8 * 95 && effort <= Effort.MOST / 4, "steps: " + effort);
    assertEquals(2, Solvers.solve(solver("knights_knaves"), question).orElseThrow().answers());
  }

  @Test
  void aPathThroughTheWholeGridIsFound() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 40; row++)
      rows.append(
          row % 2 == 0
              ? ". ".repeat(40)
              : row % 4 == 1 ? "X ".repeat(39) + ". " : ". " + "X ".repeat(39));
    StringBuilder grid = new StringBuilder(rows);
    grid.setCharAt(0, '*');
    grid.setCharAt(38 * 80, '#');
    String lines =
        IntStream.range(0, 40)
            .mapToObj(row -> grid.substring(row * 80, row * 80 + 79) + "\n")
            .collect(Collectors.joining());
    String asked = hardest(Families.named("shortest_path").orElseThrow(), 0).question();
    String question = asked.replaceFirst("(?s)free\\.\\n.*Give", "free.\n" + lines + "Give");
    assertTrue(question.length() <= 4_000);
    Solved solved = Solvers.solve(solver("shortest_path"), question).orElseThrow();
    assertEquals(1, solved.answers());
    long effort = effort(solver("shortest_path"), question);
    assertTrue(effort < Effort.MOST, "steps: " + effort);
  }

  @Test
  void highPowersAndLongFractionsEndInARefusal() {
    String power = "x^99" + "+999999999999999999999999999999x^99".repeat(13);
    String product =
        "Expand "
            + ("(" + power + ")").repeat(8)
            + ". Collect like terms and give only the resulting polynomial as your answer, in a"
            + " form like 3x^2 - 5x + 1.";
    assertTrue(effort(solver("polynomial_multiplication"), product) < Effort.MOST);
    String sum =
        IntStream.range(0, 90)
            .mapToObj(i -> "1/" + (1_000_000_007L + 2L * i) + "0000000001")
            .collect(Collectors.joining("+"));
    String asked = "Calculate " + sum + ". Give only the final number as your answer.";
    assertTrue(effort(solver("chain_sum"), asked) <= Effort.MOST);
    String equation =
        "Solve for x: " + "x*".repeat(400) + "x = 1. Give only the value as your answer.";
    assertEquals(Optional.empty(), Solvers.solve(solver("simple_equations"), equation));
  }

  @Test
  void noSudokuTakesMoreThanAPartOfIt() {
    SplittableRandom random = new SplittableRandom(3);
    String[] lines =
        hardest(Families.named("mini_sudoku").orElseThrow(), 0).question().split("\n", -1);
    for (int seed = 0; seed < 500; seed++) {
      int givens = random.nextInt(9);
      StringBuilder cells = new StringBuilder("_".repeat(16));
      for (int i = 0; i < givens; i++)
        cells.setCharAt(random.nextInt(16), (char) ('1' + random.nextInt(4)));
      for (int row = 0; row < 4; row++)
        lines[row + 1] =
            String.join(" ", cells.substring(4 * row, 4 * row + 4).split("", -1)).strip();
      assertTrue(effort(solver("mini_sudoku"), String.join("\n", lines)) < Effort.MOST / 20);
    }
  }
}
