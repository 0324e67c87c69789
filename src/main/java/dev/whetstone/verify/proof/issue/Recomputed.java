package dev.whetstone.verify.proof.issue;

/**
 * What recomputing says of a quoted part.
 *
 * @param why in our words
 */
record Recomputed(Finding finding, String why) {
  static Recomputed open(String why) {
    return new Recomputed(Finding.OPEN, why);
  }
}
