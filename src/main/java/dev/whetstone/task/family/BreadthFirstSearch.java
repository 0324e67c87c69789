package dev.whetstone.task.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Breadth first from one cell of a grid, over all that can be reached. */
final class BreadthFirstSearch {
  private static final int CANDIDATES = 4;
  private final Grid grid;
  private final int[] order;
  private final int[] distance;
  private int reached = 1;

  BreadthFirstSearch(Grid grid, int start) {
    this.grid = grid;
    order = new int[grid.cells().length()];
    distance = new int[order.length];
    Arrays.fill(distance, -1);
    order[0] = start;
    distance[start] = 0;
    for (int i = 0; i < reached; i++)
      for (int move = 0; move < GridMoves.COUNT; move++)
        reach(order[i], grid.after(order[i], move));
  }

  private void reach(int from, int to) {
    if (distance[to] >= 0 || !grid.isFree(to)) return;
    distance[to] = distance[from] + 1;
    order[reached++] = to;
  }

  int farthest() {
    return distance[order[reached - 1]];
  }

  /** Of some cells at least three quarters of the way out, the one that takes most detours. */
  int farCell(RandomGenerator random) {
    int first = reached - 1;
    while (distance[order[first - 1]] * 4 >= farthest() * 3) first--;
    int far = order[random.nextInt(first, reached)];
    for (int i = 1; i < CANDIDATES; i++) {
      int other = order[random.nextInt(first, reached)];
      if (away(other) > away(far)) far = other;
    }
    return far;
  }

  /** How many moves of a shortest path lead away from its end. */
  int away(int goal) {
    int start = order[0];
    int straight =
        Math.abs(grid.row(goal) - grid.row(start)) + Math.abs(grid.col(goal) - grid.col(start));
    return (distance[goal] - straight) / 2;
  }

  /** One shortest path, traced back from its end. */
  String path(int goal) {
    StringBuilder path = new StringBuilder();
    for (int cell = goal; distance[cell] > 0; ) {
      int move = 0;
      while (distance[before(cell, move)] != distance[cell] - 1) move++;
      path.append(GridMoves.letter(move));
      cell = before(cell, move);
    }
    return path.reverse().toString();
  }

  private int before(int cell, int move) {
    return 2 * cell - grid.after(cell, move);
  }
}
