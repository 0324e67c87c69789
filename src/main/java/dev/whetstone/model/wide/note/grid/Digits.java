package dev.whetstone.model.wide.note.grid;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A square of the digits from 1 to its side, of which each row, each column and, where the side is
 * a square number, each box is to hold every one once; with what steps have filled in.
 */
final class Digits {
  private static final int MAX_SIDE = 9;
  private static final int UNITS = 3;

  private final Grid grid;
  private final int side;

  /** Of each cell; 0 where it is empty. */
  private final int[] digits;

  private Digits(Grid grid, int[] digits) {
    this.grid = grid;
    side = grid.rows();
    this.digits = digits;
  }

  /** None where there is anything but such digits and one sign for all empty cells. */
  static Optional<Digits> of(Grid grid) {
    int[] digits = grid.signs().chars().map(sign -> digit(sign, grid.rows())).toArray();
    long blanks =
        grid.signs().chars().filter(sign -> digit(sign, grid.rows()) == 0).distinct().count();
    boolean isSquare = grid.rows() == grid.columns() && grid.rows() <= MAX_SIDE;
    return isSquare && blanks <= 1 && Arrays.stream(digits).anyMatch(digit -> digit > 0)
        ? Optional.of(new Digits(grid, digits))
        : Optional.empty();
  }

  private static int digit(int sign, int side) {
    return sign >= '1' && sign <= '0' + side ? sign - '0' : 0;
  }

  /** With one more; the same where the cell is none of these. */
  Digits with(Placement placement) {
    if (!grid.has(placement.cell())) return this;
    int[] filled = digits.clone();
    filled[grid.index(placement.cell())] = placement.digit();
    return new Digits(grid, filled);
  }

  /** What is so of a placement before it is made. */
  Standing standing(Placement placement) {
    if (!grid.has(placement.cell())) return Standing.OUTSIDE;
    int cell = grid.index(placement.cell());
    int digit = placement.digit();
    boolean open = isOpen(cell, digit);
    int held = 0;
    int only = 0;
    for (int unit = 0; unit < UNITS; unit++) {
      if (holds(unit, cell, digit)) held |= 1 << unit;
      if (open && places(unit, cell, digit) == 1) only |= 1 << unit;
    }
    return new Standing(there(cell, digit), held, open ? choices(cell) : 0, only);
  }

  private Standing.There there(int cell, int digit) {
    if (digits[cell] == 0) return Standing.There.NOTHING;
    return digits[cell] == digit ? Standing.There.SAME : Standing.There.OTHER;
  }

  /** Whether nothing rules a digit out of a cell. */
  private boolean isOpen(int cell, int digit) {
    return digits[cell] == 0
        && digit <= side
        && IntStream.range(0, UNITS).noneMatch(unit -> holds(unit, cell, digit));
  }

  private int choices(int cell) {
    return (int) IntStream.rangeClosed(1, side).filter(digit -> isOpen(cell, digit)).count();
  }

  private boolean holds(int unit, int cell, int digit) {
    return cells(unit, cell).anyMatch(other -> digits[other] == digit);
  }

  private int places(int unit, int cell, int digit) {
    return (int) cells(unit, cell).filter(other -> isOpen(other, digit)).count();
  }

  /** Of the row, the column or the box of a cell. */
  private IntStream cells(int unit, int cell) {
    int box = (int) Math.sqrt(side);
    int row = cell / side;
    int column = cell % side;
    return switch (unit) {
      case 0 -> IntStream.range(0, side).map(i -> row * side + i);
      case 1 -> IntStream.range(0, side).map(i -> i * side + column);
      default ->
          box * box == side
              ? IntStream.range(0, side)
                  .map(i -> (row - row % box + i / box) * side + column - column % box + i % box)
              : IntStream.empty();
    };
  }
}
