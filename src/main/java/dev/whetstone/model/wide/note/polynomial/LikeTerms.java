package dev.whetstone.model.wide.note.polynomial;

/**
 * How the products of two terms that a step collects go with those that make the power of its first
 * one.
 *
 * @param missing how many of these it lacks
 * @param wrong how many of its products are none of these
 * @param holds whether they sum up to what it says
 * @param headed whether what stands before them is this power
 */
public record LikeTerms(int missing, int wrong, boolean holds, boolean headed) {
  public LikeTerms {
    if (missing < 0 || wrong < 0)
      throw new IllegalArgumentException("negative: " + missing + ", " + wrong);
  }
}
