package dev.whetstone.model.wide.note.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of equally many signs, each parted from the next by a blank, as a problem draws them.
 *
 * @param rows from 2 to {@link #MAX_SIDE}
 * @param columns from 2 to {@link #MAX_SIDE}
 * @param signs row by row
 */
record Grid(int rows, int columns, String signs) {
  static final int MAX_SIDE = 64;
  private static final int LEAST_SIDE = 2;

  Grid {
    if (!isSide(rows) || !isSide(columns) || signs.length() != rows * columns)
      throw new IllegalArgumentException(rows + " x " + columns + ": " + signs.length());
  }

  private static boolean isSide(int side) {
    return side >= LEAST_SIDE && side <= MAX_SIDE;
  }

  /** The first block of such lines; none where its lines differ in length. */
  static Optional<Grid> in(String text) {
    List<String> block = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean isRow = isRow(line);
      if (!isRow && block.size() >= LEAST_SIDE) break;
      if (!isRow) block.clear();
      else if (block.size() <= MAX_SIDE) block.add(line.replace(" ", ""));
    }
    return of(block);
  }

  private static Optional<Grid> of(List<String> lines) {
    int rows = lines.size();
    int columns = rows == 0 ? 0 : lines.getFirst().length();
    if (!isSide(rows) || lines.stream().anyMatch(line -> line.length() != columns))
      return Optional.empty();
    return Optional.of(new Grid(rows, columns, String.join("", lines)));
  }

  private static boolean isRow(String line) {
    int length = line.length();
    if (length < 2 * LEAST_SIDE - 1 || length > 2 * MAX_SIDE - 1 || length % 2 == 0) return false;
    for (int i = 0; i < length; i++)
      if (Character.isWhitespace(line.charAt(i)) != (i % 2 == 1)
          || (i % 2 == 1 && line.charAt(i) != ' ')) return false;
    return true;
  }

  boolean has(Cell cell) {
    return cell.row() >= 1 && cell.row() <= rows && cell.column() >= 1 && cell.column() <= columns;
  }

  /** Place of a cell of this grid among its signs. */
  int index(Cell cell) {
    return (cell.row() - 1) * columns + cell.column() - 1;
  }

  char at(Cell cell) {
    return signs.charAt(index(cell));
  }

  /** Where a sign stands, if it stands there alone. */
  Optional<Cell> only(char sign) {
    int at = signs.indexOf(sign);
    return at >= 0 && signs.indexOf(sign, at + 1) < 0
        ? Optional.of(new Cell(at / columns + 1, at % columns + 1))
        : Optional.empty();
  }
}
