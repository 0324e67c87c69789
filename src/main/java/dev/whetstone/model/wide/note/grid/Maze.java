package dev.whetstone.model.wide.note.grid;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A grid with walls, a start and a goal.
 *
 * @param wall the sign of walls
 */
record Maze(Grid grid, Cell start, Cell goal, char wall) {
  private static final Pattern ENDS = Pattern.compile("\\bfrom (\\S) to (\\S)(?!\\w)");
  private static final Pattern WALL =
      Pattern.compile("(?<!\\S)(\\S) (?:is|are|means|marks) (?:a |the )?(?:wall|blocked)");

  /** None where the problem does not say which signs these are. */
  static Optional<Maze> of(String problem, Grid grid) {
    Matcher ends = ENDS.matcher(problem);
    Matcher walls = WALL.matcher(problem);
    if (!ends.find() || !walls.find()) return Optional.empty();
    char wall = walls.group(1).charAt(0);
    return grid.only(ends.group(1).charAt(0))
        .flatMap(
            start ->
                grid.only(ends.group(2).charAt(0)).map(goal -> new Maze(grid, start, goal, wall)));
  }

  boolean isFree(Cell cell) {
    return grid.has(cell) && grid.at(cell) != wall;
  }
}
