package dev.whetstone.model.wide.note.grid;

/**
 * How a list of cells goes with the free new cells beside those of the list before.
 *
 * @param missing how many of these it lacks
 * @param wrong how many of its cells are none of these
 * @param repeated how many it has again
 * @param late whether the goal stands in the list before
 */
public record Frontier(int missing, int wrong, int repeated, boolean late) {
  public Frontier {
    if (missing < 0 || wrong < 0 || repeated < 0)
      throw new IllegalArgumentException("negative: " + missing + ", " + wrong + ", " + repeated);
  }
}
