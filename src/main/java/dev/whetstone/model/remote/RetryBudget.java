package dev.whetstone.model.remote;

/**
 * Keeps retries to a share of the questions, so that a server in trouble is not asked ever more:
 * each question earns a part of a retry, each retry spends a whole one.
 */
final class RetryBudget {
  private final double share;
  private final double reserve;
  private double left;

  /**
   * @param share retries for each question, in [0, 1]
   * @param reserve what may be saved, and is there at the start
   */
  RetryBudget(double share, int reserve) {
    if (!(share >= 0 && share <= 1) || reserve < 0)
      throw new IllegalArgumentException("no budget: %s, %d".formatted(share, reserve));
    this.share = share;
    this.reserve = reserve;
    this.left = reserve;
  }

  synchronized void earn() {
    left = Math.min(reserve, left + share);
  }

  synchronized boolean spend() {
    if (left < 1) return false;
    left--;
    return true;
  }
}
