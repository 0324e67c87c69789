package dev.whetstone.task.family;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A 4x4 sudoku grid.
 *
 * @param placed 64 bits, one for each digit of each cell
 */
record SudokuGrid(long placed) {
  static final int SIZE = 4;
  static final int CELLS = SIZE * SIZE;
  static final List<String> KINDS = List.of("row", "column", "box");
  static final int UNITS = KINDS.size() * SIZE;

  /** Each unit's cells for each digit. */
  private static final long[][] PLACES = places();

  /** What each placement forbids: other digits in its cell, its digit in its units. */
  private static final long[] FORBIDDEN = forbidden();

  /** All 288 full grids, so that counting a puzzle's solutions is exhaustive. */
  private static final long[] FULL = full(0, 0).toArray();

  static int countFull() {
    return FULL.length;
  }

  static SudokuGrid anyFull(RandomGenerator random) {
    return new SudokuGrid(FULL[random.nextInt(FULL.length)]);
  }

  static long cell(int cell) {
    return 0xFL << (cell * SIZE);
  }

  static int cellOf(long bit) {
    return Long.numberOfTrailingZeros(bit) / SIZE;
  }

  static int digitOf(long bit) {
    return Long.numberOfTrailingZeros(bit) % SIZE + 1;
  }

  static long places(int unit, int digit) {
    return PLACES[unit][digit - 1];
  }

  /** This without some cells, any; each as likely. */
  SudokuGrid emptied(int cells, RandomGenerator random) {
    long left = placed;
    int wanted = cells;
    for (int cell = 0; cell < CELLS; cell++)
      if (random.nextInt(CELLS - cell) < wanted) {
        left &= ~cell(cell);
        wanted--;
      }
    return new SudokuGrid(left);
  }

  SudokuGrid with(long bit) {
    return new SudokuGrid(placed | bit);
  }

  boolean isFull() {
    return Long.bitCount(placed) >= CELLS;
  }

  int firstEmpty() {
    int cell = 0;
    while ((placed & cell(cell)) != 0) cell++;
    return cell;
  }

  boolean hasOneSolution() {
    int found = 0;
    for (long grid : FULL) if ((grid & placed) == placed && ++found == 2) return false;
    return true;
  }

  /** The placements that no placed digit forbids, in cells still empty. */
  long open() {
    return open(placed);
  }

  private static long open(long placed) {
    long open = ~placed;
    for (long rest = placed; rest != 0; rest &= rest - 1)
      open &= ~FORBIDDEN[Long.numberOfTrailingZeros(rest)];
    return open;
  }

  private static long[][] places() {
    long[][] places = new long[UNITS][SIZE];
    for (int place = 0; place < Long.SIZE; place++)
      for (int kind = 0; kind < KINDS.size(); kind++)
        places[unit(kind, place / SIZE)][place % SIZE] |= 1L << place;
    return places;
  }

  private static int unit(int kind, int cell) {
    int row = cell / SIZE;
    int column = cell % SIZE;
    int within = kind == 0 ? row : kind == 1 ? column : row / 2 * 2 + column / 2;
    return kind * SIZE + within;
  }

  private static long[] forbidden() {
    long[] forbidden = new long[Long.SIZE];
    for (int place = 0; place < Long.SIZE; place++) {
      forbidden[place] = cell(place / SIZE);
      for (int kind = 0; kind < KINDS.size(); kind++)
        forbidden[place] |= PLACES[unit(kind, place / SIZE)][place % SIZE];
      forbidden[place] &= ~(1L << place);
    }
    return forbidden;
  }

  private static LongStream full(int cell, long placed) {
    if (cell == CELLS) return LongStream.of(placed);
    return IntStream.rangeClosed(1, SIZE)
        .mapToLong(digit -> 1L << (cell * SIZE + digit - 1))
        .filter(bit -> (open(placed) & bit) != 0)
        .flatMap(bit -> full(cell + 1, placed | bit));
  }

  /** The digits row by row, an empty cell as an underscore. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < CELLS; cell++) {
      if (cell > 0) text.append(cell % SIZE == 0 ? '\n' : ' ');
      long there = placed & cell(cell);
      text.append(there == 0 ? '_' : (char) ('0' + digitOf(there)));
    }
    return text.toString();
  }
}
