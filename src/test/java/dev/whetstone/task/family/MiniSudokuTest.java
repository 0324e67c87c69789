package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiniSudokuTest extends FamilyContract {
  private static final Pattern STEP =
      Pattern.compile("Row (\\d), column (\\d) is (\\d): its (row|column|box)(, column and)?.*");

  private static final Map<String, Integer> KINDS = Map.of("row", 0, "column", 1, "box", 2);

  @Override
  TaskFamily family() {
    return new MiniSudoku();
  }

  @Override
  String solve(String question) {
    List<String> found = new ArrayList<>();
    search(grid(question), found);
    assertEquals(1, found.size(), question);
    return found.getFirst();
  }

  private static int[] grid(String question) {
    String cells = String.join("", question.lines().skip(1).limit(4).toList()).replace(" ", "");
    return cells.chars().map(c -> c == '_' ? 0 : c - '0').toArray();
  }

  /** Tries every digit in every empty cell in turn. */
  private static void search(int[] grid, List<String> found) {
    int cell = IntStream.range(0, 16).filter(i -> grid[i] == 0).findFirst().orElse(-1);
    if (cell < 0) {
      found.add(text(grid));
      return;
    }
    for (int digit = 1; digit <= 4; digit++)
      if (fits(grid, cell, digit)) {
        grid[cell] = digit;
        search(grid, found);
        grid[cell] = 0;
      }
  }

  private static String text(int[] grid) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16; i++) text.append(grid[i]).append(i % 4 == 3 ? "\n" : " ");
    return text.toString();
  }

  private static boolean fits(int[] grid, int cell, int digit) {
    return IntStream.range(0, 16)
        .noneMatch(
            i ->
                grid[i] == digit
                    && IntStream.range(0, 3).anyMatch(kind -> unit(kind, i) == unit(kind, cell)));
  }

  private static int unit(int kind, int cell) {
    int row = cell / 4;
    int column = cell % 4;
    return kind == 0 ? row : kind == 1 ? column : 10 * (row / 2) + column / 2;
  }

  @Test
  void theWantedCellsAreEmpty() {
    for (int i = 0; i < 100; i++) {
      int[] grid = grid(task(anyLevels(i), "empty", i).question());
      int empty = anyLevels(i).value(family().controls().getFirst());
      assertEquals(empty, IntStream.of(grid).filter(d -> d == 0).count());
    }
  }

  @Test
  void anySpacingIsReadAndOneWrongDigitIsNotRight() {
    for (int i = 0; i < 60; i++) {
      Task task = task(anyLevels(i), "spacing", i);
      String gold = task.answer();
      String digits = gold.replaceAll("\\s", "");
      List<String> rows = gold.lines().toList();
      for (String text :
          List.of(
              digits,
              gold.replace(" ", ""),
              gold.replace(' ', ','),
              gold.replace("\n", " / ").replace("/", "|"),
              "The grid:\n\n" + gold.replace(" ", " | "),
              "Done.\n"
                  + rows.get(0)
                  + "\n"
                  + rows.get(1)
                  + "\n----+----\n"
                  + rows.get(2)
                  + "\n"
                  + rows.get(3),
              "[[" + gold.replace(" ", ", ").replace("\n", "], [") + "]]",
              "\\boxed{\\begin{array}{cccc}"
                  + gold.replace(" ", " & ").replace("\n", " \\\\ ")
                  + "\\end{array}}")) assertEquals(Grade.RIGHT, task.check().grade(text), text);
      char other = digits.charAt(7) == '1' ? '2' : '1';
      String wrong = digits.substring(0, 7) + other + digits.substring(8);
      assertEquals(Grade.WRONG, task.check().grade(wrong));
      for (String text : List.of(digits + "1", digits.substring(1), digits + digits))
        assertNotEquals(Grade.RIGHT, task.check().grade(text), text);
    }
  }

  @Test
  void everyStepIsProvenAndEveryBrokenStepIsNot() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "steps", i);
      Worked worked = task.worked().orElseThrow();
      Solution right = Solution.right(worked);
      assertEquals(task.answer(), right.answer());
      for (int step = 0; step < right.steps().size(); step++) {
        assertTrue(isProven(task, right, step), right.text());
        for (Flaw flaw : worked.flaws(step)) {
          Solution broken = Solution.broken(worked, step, flaw, new SplittableRandom(i));
          assertFalse(isProven(task, broken, step), () -> flaw + " at " + broken.text());
        }
      }
    }
  }

  /** Judges the stated reason on the grid as the steps before have left it. */
  private static boolean isProven(Task task, Solution solution, int step) {
    int[] grid = grid(task.question());
    for (String before : solution.steps().subList(0, step)) {
      Matcher line = read(before);
      grid[cell(line)] = Integer.parseInt(line.group(3));
    }
    Matcher line = read(solution.steps().get(step));
    int cell = cell(line);
    int digit = Integer.parseInt(line.group(3));
    if (grid[cell] != 0 || !fits(grid, cell, digit)) return false;
    if (line.group(5) != null)
      return IntStream.rangeClosed(1, 4).filter(d -> fits(grid, cell, d)).count() == 1;
    int kind = KINDS.get(line.group(4));
    IntPredicate rival =
        i -> grid[i] == 0 && unit(kind, i) == unit(kind, cell) && fits(grid, i, digit);
    return IntStream.range(0, 16).filter(rival).count() == 1;
  }

  private static Matcher read(String step) {
    Matcher line = STEP.matcher(step);
    assertTrue(line.matches(), step);
    return line;
  }

  private static int cell(Matcher line) {
    return 4 * (Integer.parseInt(line.group(1)) - 1) + Integer.parseInt(line.group(2)) - 1;
  }
}
