package dev.whetstone.training.retraining;

/**
 * How long nothing is tried after ends in a row that brought nothing: 0, 7, then 63 looks. What
 * keeps it from work for a while, as another program that holds the GPU, is not taken for its own
 * fault by the few tries that are granted.
 */
final class Rest {
  private static final int LONGEST = 3;

  private int ends;
  private int looks;

  /**
   * @param done whether it brought what it was for
   */
  void after(boolean done) {
    ends = done ? 0 : Math.min(ends + 1, LONGEST);
    looks = done ? 0 : (1 << (3 * (ends - 1))) - 1;
  }

  /** Asked once at each look. */
  boolean isOver() {
    if (looks == 0) return true;
    looks--;
    return false;
  }
}
