package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static dev.whetstone.task.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShortestPathTest extends FamilyContract {
  private static final int[][] MOVES = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
  private static final List<String> NAMES = List.of("right", "down", "left", "up");
  private static final int FAR = 1_000_000;

  @Override
  TaskFamily family() {
    return new ShortestPath();
  }

  /** Relaxes the distances to the goal until none changes, then walks down them. */
  @Override
  String solve(String question) {
    List<String> grid = grid(question);
    int[][] toGoal = relaxed(grid);
    int[] at = find(grid, '*');
    StringBuilder path = new StringBuilder();
    while (toGoal[at[0]][at[1]] > 0) {
      int move = 0;
      while (distance(toGoal, at, move) != toGoal[at[0]][at[1]] - 1) move++;
      path.append(NAMES.get(move)).append(' ');
      at = new int[] {at[0] + MOVES[move][0], at[1] + MOVES[move][1]};
    }
    return path.toString();
  }

  @Test
  void anySpellingAndEveryShortestPathIsRight() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 20)) {
        List<String> moves = List.of(task.answer().split(" ", -1));
        Map<String, String> arrows = Map.of("up", "↑", "down", "↓", "left", "←", "right", "→");
        String latex = "\\" + String.join("arrow \\", moves) + "arrow";
        String letters = String.join("", moves.stream().map(m -> m.substring(0, 1)).toList());
        List<String> spellings =
            List.of(
                solve(task.question()),
                letters,
                String.join(", ", moves).toUpperCase(Locale.ROOT),
                String.join(" → ", moves),
                String.join(" -> ", moves),
                "[" + String.join(", ", moves) + "]",
                "$" + latex + "$",
                "The shortest path is: " + task.answer() + ".",
                String.join("", moves.stream().map(arrows::get).toList()));
        for (String spelling : spellings)
          assertEquals(RIGHT, task.check().grade(spelling), () -> spelling);
      }
  }

  @Test
  void detoursAndShortcutsAreWrong() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 20)) {
        String gold = task.answer();
        for (String move : NAMES) {
          assertEquals(WRONG, task.check().grade(gold + " " + move));
          assertEquals(WRONG, task.check().grade(move + " " + gold));
        }
        assertEquals(WRONG, task.check().grade(gold.substring(gold.indexOf(' ') + 1)));
        assertEquals(WRONG, task.check().grade(gold + " left right"));
      }
  }

  @Test
  void theAnswerIsAsLongAsTheDistance() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 20)) {
        List<String> grid = grid(task.question());
        int[] start = find(grid, '*');
        int moves = task.answer().split(" ", -1).length;
        assertEquals(relaxed(grid)[start[0]][start[1]], moves);
        assertTrue(moves >= (grid.size() + grid.getFirst().length()) / 2 * 3 / 4);
        assertNotEquals(1, Solution.right(task.worked().orElseThrow()).steps().size());
      }
  }

  @Test
  void everyStepIsTrueAndTheBrokenOneIsNot() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 3)) WorkedContract.verifySteps(task, ShortestPathTest::holds);
  }

  /** Whether the cells are all those at that distance, or the moves lead to the goal. */
  private static boolean holds(String step, String question) {
    List<String> grid = grid(question);
    List<String> said = List.of(step.substring(step.indexOf(": ") + 2).split(" ", -1));
    if (step.startsWith("Back")) return Arrays.equals(end(grid, said), find(grid, '#'));
    int moves = Integer.parseInt(step.replaceAll("\\D+(\\d+) .*", "$1"));
    int[][] distances = relaxed(grid, find(grid, '*'));
    Set<String> cells = new TreeSet<>();
    for (int r = 0; r < distances.length; r++)
      for (int c = 0; c < distances[r].length; c++)
        if (distances[r][c] == moves) cells.add("(" + (r + 1) + "," + (c + 1) + ")");
    return cells.equals(new TreeSet<>(said));
  }

  private static int[] end(List<String> grid, List<String> moves) {
    int[] at = find(grid, '*');
    for (String name : moves) for (int i = 0; i < 2; i++) at[i] += MOVES[NAMES.indexOf(name)][i];
    return at;
  }

  private static int[][] relaxed(List<String> grid) {
    return relaxed(grid, find(grid, '#'));
  }

  /** The distances of all cells to one, by sweeps over the grid until nothing changes. */
  private static int[][] relaxed(List<String> grid, int[] goal) {
    int[][] toGoal = new int[grid.size()][grid.getFirst().length()];
    for (int[] row : toGoal) Arrays.fill(row, FAR);
    toGoal[goal[0]][goal[1]] = 0;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int r = 0; r < toGoal.length; r++)
        for (int c = 0; c < toGoal[r].length; c++)
          for (int move = 0; move < 4 && grid.get(r).charAt(c) != 'X'; move++) {
            int way = distance(toGoal, new int[] {r, c}, move) + 1;
            if (way >= toGoal[r][c]) continue;
            toGoal[r][c] = way;
            changed = true;
          }
    }
    return toGoal;
  }

  private static int distance(int[][] toGoal, int[] at, int move) {
    int r = at[0] + MOVES[move][0];
    int c = at[1] + MOVES[move][1];
    return r < 0 || c < 0 || r >= toGoal.length || c >= toGoal[r].length ? FAR : toGoal[r][c];
  }

  private static int[] find(List<String> grid, char wanted) {
    for (int r = 0; r < grid.size(); r++)
      if (grid.get(r).indexOf(wanted) >= 0) return new int[] {r, grid.get(r).indexOf(wanted)};
    throw new AssertionError("no " + wanted);
  }

  private static List<String> grid(String question) {
    return question
        .lines()
        .filter(line -> line.matches("[*#X.](?: [*#X.])*"))
        .map(line -> line.replace(" ", ""))
        .toList();
  }
}
