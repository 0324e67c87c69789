package dev.whetstone.benchmark.review;

import dev.whetstone.verify.labelling.chance.Binomial;

/**
 * How good a rater is, by hidden gold: the posterior of the accuracy is Beta(1 + right, 1 + wrong).
 *
 * @param answered items, gold among them
 * @param gold of them, those whose first error is known
 * @param right of the gold items, those where the rater names the known first error, or none if
 *     there is none
 * @param accuracy the posterior's mean
 * @param low end of the posterior's central interval of 95 %
 * @param high its other end
 * @param flagged whether it is credible no more that the rater is as accurate as is asked
 */
public record RaterQuality(
    String rater,
    long answered,
    long skipped,
    int gold,
    int right,
    double accuracy,
    double low,
    double high,
    boolean flagged) {
  private static final double TAIL = 0.025;
  private static final int HALVINGS = 60;

  static RaterQuality of(
      String rater, long answered, long skipped, int gold, int right, double leastAccuracy) {
    double high = quantile(1 - TAIL, gold, right);
    return new RaterQuality(
        rater,
        answered,
        skipped,
        gold,
        right,
        (1.0 + right) / (2.0 + gold),
        quantile(TAIL, gold, right),
        high,
        high < leastAccuracy);
  }

  /** P(Beta(a, b) < x) = P(Bin(a + b - 1, x) >= a) for whole a and b. */
  private static double quantile(double probability, int gold, int right) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (new Binomial(gold + 1, middle).atLeast(right + 1) < probability) low = middle;
      else high = middle;
    }
    return low;
  }
}
