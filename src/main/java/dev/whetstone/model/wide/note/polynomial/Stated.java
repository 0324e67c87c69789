package dev.whetstone.model.wide.note.polynomial;

/**
 * How a product that a step states goes with the terms collected before.
 *
 * @param missing how many of these it lacks
 * @param wrong how many of its terms are none of these
 * @param holds whether its factors make it
 * @param due whether its factors are the product so far and the problem's next factor
 */
public record Stated(int missing, int wrong, boolean holds, boolean due) {
  public Stated {
    if (missing < 0 || wrong < 0)
      throw new IllegalArgumentException("negative: " + missing + ", " + wrong);
  }
}
