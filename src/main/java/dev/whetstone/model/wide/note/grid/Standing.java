package dev.whetstone.model.wide.note.grid;

/**
 * What the digits of a grid say of one more.
 *
 * @param there what stands in its cell
 * @param held a bit each for row, column and box that hold the digit already
 * @param choices how many digits nothing rules out of its cell; 0 where this one is ruled out
 * @param only a bit each for row, column and box in which no other cell is left for the digit
 */
public record Standing(There there, int held, int choices, int only) {
  /** Of a cell that is none. */
  static final Standing OUTSIDE = new Standing(There.OUTSIDE, 0, 0, 0);

  /** What stands in a cell. */
  public enum There {
    OUTSIDE,
    NOTHING,
    SAME,
    OTHER
  }

  public Standing {
    if (held < 0 || choices < 0 || only < 0)
      throw new IllegalArgumentException("negative: " + held + ", " + choices + ", " + only);
  }
}
