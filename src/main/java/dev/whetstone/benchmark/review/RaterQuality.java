package dev.whetstone.benchmark.review;

import org.hipparchus.distribution.continuous.BetaDistribution;

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
 * @param flagged whether it is credible no more that the rater is as accurate as is asked; their
 *     word alone makes no label
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

  static RaterQuality of(
      String rater, long answered, long skipped, int gold, int right, double leastAccuracy) {
    BetaDistribution posterior = new BetaDistribution(1.0 + right, 1.0 + gold - right);
    double high = posterior.inverseCumulativeProbability(1 - TAIL);
    return new RaterQuality(
        rater,
        answered,
        skipped,
        gold,
        right,
        posterior.getNumericalMean(),
        posterior.inverseCumulativeProbability(TAIL),
        high,
        high < leastAccuracy);
  }
}
