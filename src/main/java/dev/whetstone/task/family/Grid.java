package dev.whetstone.task.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A grid with walls, and with a start and a goal once they are marked.
 *
 * @param cells in rows of {@code cols + 2}, for a border goes round it, so that no move needs a
 *     test of the bounds
 */
record Grid(int rows, int cols, String cells) {
  static final char START = '*';
  static final char GOAL = '#';
  private static final char OPEN = '.';
  private static final char WALL = 'X';
  private static final char BORDER = '\n';

  /** Each cell is a wall with this percentage. */
  static Grid walled(int rows, int cols, int blocked, RandomGenerator random) {
    char[] cells = new char[(rows + 2) * (cols + 2)];
    Arrays.fill(cells, BORDER);
    for (int row = 1; row <= rows; row++)
      for (int col = 1; col <= cols; col++)
        cells[row * (cols + 2) + col] = random.nextInt(100) < blocked ? WALL : OPEN;
    return new Grid(rows, cols, new String(cells));
  }

  Grid marked(int cell, char mark) {
    return new Grid(rows, cols, cells.substring(0, cell) + mark + cells.substring(cell + 1));
  }

  int anyCell(RandomGenerator random) {
    return (1 + random.nextInt(rows)) * (cols + 2) + 1 + random.nextInt(cols);
  }

  int start() {
    return cells.indexOf(START);
  }

  int goal() {
    return cells.indexOf(GOAL);
  }

  int row(int cell) {
    return cell / (cols + 2);
  }

  int col(int cell) {
    return cell % (cols + 2);
  }

  boolean isWall(int cell) {
    return cells.charAt(cell) == WALL;
  }

  boolean isBorder(int cell) {
    return cells.charAt(cell) == BORDER;
  }

  boolean isFree(int cell) {
    return !isWall(cell) && !isBorder(cell);
  }

  int after(int cell, int move) {
    return switch (move) {
      case 0 -> cell - cols - 2;
      case 1 -> cell + cols + 2;
      case 2 -> cell - 1;
      default -> cell + 1;
    };
  }

  /** Where a move over the edge would come in again, if the grid went round. */
  int opposite(int cell, int move) {
    int across = (GridMoves.isVertical(move) ? rows : cols) - 1;
    return cell - (after(cell, move) - cell) * across;
  }

  /** Whether these moves go from the start to the goal, and into no wall. */
  boolean leads(String moves) {
    int cell = start();
    for (int i = 0; i < moves.length() && isFree(cell); i++)
      cell = after(cell, GridMoves.of(moves.charAt(i)));
    return cells.charAt(cell) == GOAL;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 1; row <= rows; row++)
      for (int col = 1; col <= cols; col++)
        text.append(cells.charAt(row * (cols + 2) + col)).append(col < cols ? ' ' : '\n');
    return text.toString();
  }
}
