package dev.whetstone.task.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes every cell's distance by sweeps over the grid, and walks the answer on it. */
final class GridSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "In this grid, find a shortest path from \\* to #\\. A move goes to the next cell up,"
              + " down, left or right; X is a wall, and \\. is free\\.\\n"
              + "((?:[*#.X](?: [*#.X]){1,39}\\n"
              + "){1,40})Give only the moves \\(up, down, left, right\\) in order, on one line,"
              + " separated by spaces\\.");
  private static final List<String> NAMES = List.of("up", "down", "left", "right");
  private static final int[] DOWN = {-1, 1, 0, 0};
  private static final int[] RIGHT = {0, 0, -1, 1};
  private static final int FAR = 1_000_000;

  @Override
  public String way() {
    return "distances by sweeps, where the family searches breadth first; the path is walked";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    String[] rows = asked.group(1).replace(" ", "").split("\n");
    boolean even = Arrays.stream(rows).allMatch(row -> row.length() == rows[0].length());
    String all = String.join("", rows);
    if (!even || count(all, '*') != 1 || count(all, '#') != 1) return Optional.empty();
    int[] distance = distances(all, rows[0].length(), effort);
    int start = all.indexOf('*');
    if (distance[start] >= FAR) return Optional.of(Solved.none());
    return Optional.of(
        Solved.witness(path -> isShortest(path, all, rows[0].length(), distance[start])));
  }

  private static long count(String all, char wanted) {
    return all.chars().filter(c -> c == wanted).count();
  }

  private static int[] distances(String all, int width, Effort effort) {
    int[] distance = new int[all.length()];
    Arrays.fill(distance, FAR);
    distance[all.indexOf('#')] = 0;
    for (boolean changed = true; changed; ) {
      changed = false;
      effort.take(distance.length);
      for (int cell = 0; cell < distance.length; cell++)
        for (int move = 0; move < NAMES.size() && all.charAt(cell) != 'X'; move++) {
          int next = next(cell, move, width, distance.length);
          if (next < 0 || distance[next] + 1 >= distance[cell]) continue;
          distance[cell] = distance[next] + 1;
          changed = true;
        }
    }
    return distance;
  }

  /** The cell that a move leads to, or -1 off the grid. */
  private static int next(int cell, int move, int width, int size) {
    int row = cell / width + DOWN[move];
    int column = cell % width + RIGHT[move];
    return row < 0 || row >= size / width || column < 0 || column >= width
        ? -1
        : row * width + column;
  }

  private static boolean isShortest(String path, String all, int width, int shortest) {
    String[] moves = path.split(" ", -1);
    int at = all.indexOf('*');
    for (String name : moves) {
      int move = NAMES.indexOf(name);
      at = move < 0 || at < 0 ? -1 : next(at, move, width, all.length());
      if (at < 0 || all.charAt(at) == 'X') return false;
    }
    return moves.length == shortest && all.charAt(at) == '#';
  }
}
