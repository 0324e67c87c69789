package dev.whetstone.task.family;

import java.util.random.RandomGenerator;

/**
 * A placement and why: the unit where its digit has no other cell left.
 *
 * @param unit or {@link #NAKED}, where its cell has no other digit left
 */
record SudokuSingle(long bit, int unit) {
  static final int NAKED = -1;

  /** The next single there is; any placement where a wrong draft has left none. */
  static SudokuSingle next(SudokuGrid grid) {
    long open = grid.open();
    for (int cell = 0; cell < SudokuGrid.CELLS; cell++)
      if (isOne(open & SudokuGrid.cell(cell)))
        return new SudokuSingle(open & SudokuGrid.cell(cell), NAKED);
    for (int unit = 0; unit < SudokuGrid.UNITS; unit++)
      for (int digit = 1; digit <= SudokuGrid.SIZE; digit++)
        if (isOne(open & SudokuGrid.places(unit, digit)))
          return new SudokuSingle(open & SudokuGrid.places(unit, digit), unit);
    return new SudokuSingle(
        Long.lowestOneBit(open == 0 ? SudokuGrid.cell(grid.firstEmpty()) : open), NAKED);
  }

  private static boolean isOne(long places) {
    return Long.bitCount(places) == 1;
  }

  /** Whether its reason is true where these placements are open. */
  boolean holds(long open) {
    long rivals = unit == NAKED ? cellBits() : SudokuGrid.places(unit, SudokuGrid.digitOf(bit));
    return (open & rivals) == bit;
  }

  /** Every digit in its cell. */
  long cellBits() {
    return SudokuGrid.cell(SudokuGrid.cellOf(bit));
  }

  /** For the same stated reason, another of these placements. */
  SudokuSingle with(long placements, RandomGenerator random) {
    long rest = placements & ~bit;
    for (int skip = random.nextInt(Long.bitCount(rest)); skip > 0; skip--) rest &= rest - 1;
    return new SudokuSingle(Long.lowestOneBit(rest), unit);
  }

  @Override
  public String toString() {
    int row = SudokuGrid.cellOf(bit) / SudokuGrid.SIZE + 1;
    int column = SudokuGrid.cellOf(bit) % SudokuGrid.SIZE + 1;
    int digit = SudokuGrid.digitOf(bit);
    return "Row " + row + ", column " + column + " is " + digit + ": " + reason(digit);
  }

  private String reason(int digit) {
    if (unit == NAKED) return "its row, column and box rule out every other digit";
    String kind = SudokuGrid.KINDS.get(unit / SudokuGrid.SIZE);
    return "its " + kind + " has no other cell left for " + digit;
  }
}
