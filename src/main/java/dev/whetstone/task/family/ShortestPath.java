package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Find a shortest way through a grid with walls. */
public final class ShortestPath implements TaskFamily {
  private static final Control ROWS =
      Control.of("rows", "rows of the grid", 6, 7, 8, 10, 12, 15, 20, 25, 30);
  private static final Control COLS =
      Control.of("cols", "columns of the grid", 6, 7, 8, 10, 12, 15, 20, 25, 30);
  private static final Control BLOCKED =
      Control.of("p_blocked", "percentage of cells that are walls", 5, 12, 20, 35);
  private static final int MAX_DRAWS = 200;

  @Override
  public String name() {
    return "shortest_path";
  }

  @Override
  public Category category() {
    return Category.GRAPHS;
  }

  @Override
  public String summary() {
    return "Find a shortest way through a grid with walls.";
  }

  @Override
  public List<Control> controls() {
    return List.of(ROWS, COLS, BLOCKED);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Maze maze = draw(levels, random);
    int shortest = maze.path.length();
    return new Task(
        "In this grid, find a shortest path from * to #. A move goes to the next cell up, down,"
            + " left or right; X is a wall, and . is free.\n"
            + maze.grid
            + "Give only the moves (up, down, left, right) in order, on one line, separated by"
            + " spaces.",
        GridMoves.words(maze.path),
        Checks.reading(GridMoves::read, said -> said.length() == shortest && maze.grid.leads(said)),
        "breadth-first search reaches # in " + shortest + " moves and not before",
        shortest + 3L * maze.away,
        Optional.of(new BreadthFirstSteps(maze.grid, shortest)));
  }

  /**
   * A grid with a shortest path.
   *
   * @param away moves of the path that lead away from its end
   */
  private record Maze(Grid grid, String path, int away) {}

  /** A maze whose goal is far from its start; should every draw fail, one without walls. */
  private static Maze draw(Levels levels, RandomGenerator random) {
    int rows = levels.value(ROWS);
    int cols = levels.value(COLS);
    for (int i = 0; i < MAX_DRAWS; i++) {
      Optional<Maze> maze = maze(rows, cols, levels.value(BLOCKED), random);
      if (maze.isPresent()) return maze.get();
    }
    return maze(rows, cols, 0, random).orElseThrow();
  }

  private static Optional<Maze> maze(int rows, int cols, int blocked, RandomGenerator random) {
    Grid walled = Grid.walled(rows, cols, blocked, random);
    int start = walled.anyCell(random);
    Grid grid = walled.marked(start, Grid.START);
    BreadthFirstSearch search = new BreadthFirstSearch(grid, start);
    if (search.farthest() < (rows + cols) / 2) return Optional.empty();
    int goal = search.farCell(random);
    return Optional.of(
        new Maze(grid.marked(goal, Grid.GOAL), search.path(goal), search.away(goal)));
  }
}
