package dev.whetstone.verify.labelling.posterior;

/** One rater's class for one item; all three are indices from 0. */
public record Vote(int item, int rater, int given) {
  public Vote {
    if (item < 0 || rater < 0 || given < 0)
      throw new IllegalArgumentException(item + ", " + rater + ", " + given + " are indices");
  }
}
