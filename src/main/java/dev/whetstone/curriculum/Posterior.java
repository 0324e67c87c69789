package dev.whetstone.curriculum;

import org.hipparchus.special.Beta;

/**
 * Beta posterior of a cell's observed pass rate, which forgets: before each group the evidence
 * fades towards the uniform prior by a fixed factor (MoPPS, Qu et al. 2025). A group counts as one
 * observation, the share that passed, whatever its size: attempts at one task are correlated, at
 * worst all alike, and only further tasks are further evidence.
 *
 * @param alpha 1 + faded shares that passed
 * @param beta 1 + faded shares that failed
 */
public record Posterior(double alpha, double beta) {
  public static final Posterior PRIOR = new Posterior(1, 1);

  public Posterior {
    if (!(alpha >= 1 && beta >= 1 && Double.isFinite(alpha + beta)))
      throw new IllegalArgumentException("Beta(" + alpha + ", " + beta + ")");
  }

  /**
   * @param passed share of the group that passed, in [0, 1]
   * @param kept factor by which what was known before fades
   */
  public Posterior after(double passed, double kept) {
    return new Posterior(1 + kept * (alpha - 1) + passed, 1 + kept * (beta - 1) + (1 - passed));
  }

  public double mean() {
    return alpha / (alpha + beta);
  }

  /**
   * The mean where the prior, which counts as two groups, has another mean than one half; one half
   * gives {@link #mean()} to the bit.
   */
  public double mean(double prior) {
    return (alpha - 1 + 2 * prior) / (alpha + beta);
  }

  /** Groups that the posterior still remembers. */
  public double evidence() {
    return alpha + beta - 2;
  }

  /** The probability that the observed pass rate is above this rate. */
  public double above(double rate) {
    return tail(1 - rate, beta, alpha);
  }

  /** The probability that the observed pass rate is below this rate. */
  public double below(double rate) {
    return tail(rate, alpha, beta);
  }

  private static double tail(double rate, double a, double b) {
    return Beta.regularizedBeta(Math.clamp(rate, 0, 1), a, b);
  }
}
