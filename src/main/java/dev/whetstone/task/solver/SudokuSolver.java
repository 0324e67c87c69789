package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries every digit in every empty cell in turn, and goes on to a second solution. */
final class SudokuSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Complete this 4x4 sudoku, where _ is an empty cell:\\n((?:[1-4_](?: [1-4_]){3}\\n){4})"
              + "Every row, every column and every 2x2 corner box must hold each of 1, 2, 3 and 4"
              + " once\\. Give the full grid as your answer: four lines of four digits separated by"
              + " spaces\\.");
  private static final int CELLS = 16;

  @Override
  public String way() {
    return "every digit tried in every empty cell, until a second solution or none";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    char[] grid = asked.group(1).replaceAll("\\s", "").toCharArray();
    List<String> found = new ArrayList<>();
    if (isSound(grid)) search(grid, found, effort);
    if (found.size() != 1) return Optional.of(found.isEmpty() ? Solved.none() : Solved.several());
    return Optional.of(Solved.text(found.getFirst(), answer -> answer.replaceAll("\\s", "")));
  }

  private static boolean isSound(char[] grid) {
    for (int cell = 0; cell < CELLS; cell++)
      if (grid[cell] != '_' && !fits(grid, cell, grid[cell])) return false;
    return true;
  }

  private static void search(char[] grid, List<String> found, Effort effort) {
    effort.take(CELLS);
    int cell = new String(grid).indexOf('_');
    if (cell < 0) {
      found.add(new String(grid));
      return;
    }
    for (char digit = '1'; digit <= '4' && found.size() < 2; digit++)
      if (fits(grid, cell, digit)) {
        grid[cell] = digit;
        search(grid, found, effort);
        grid[cell] = '_';
      }
  }

  private static boolean fits(char[] grid, int cell, char digit) {
    for (int i = 0; i < CELLS; i++)
      if (i != cell && grid[i] == digit && isSeen(i, cell)) return false;
    return true;
  }

  private static boolean isSeen(int one, int other) {
    boolean box = one / 8 == other / 8 && one % 4 / 2 == other % 4 / 2;
    return one / 4 == other / 4 || one % 4 == other % 4 || box;
  }
}
