package dev.whetstone.curriculum;

/**
 * Beta posterior of a cell's observed pass rate, which forgets: before each group the evidence
 * fades towards the uniform prior (MoPPS, Qu et al. 2025, there by a fixed factor per group; here
 * by rollouts, so that groups of any size count alike).
 *
 * @param alpha 1 + faded passes
 * @param beta 1 + faded failures
 */
public record Posterior(double alpha, double beta) {
  public static final Posterior PRIOR = new Posterior(1, 1);

  public Posterior {
    if (!(alpha >= 1 && beta >= 1 && Double.isFinite(alpha + beta)))
      throw new IllegalArgumentException("Beta(" + alpha + ", " + beta + ")");
  }

  /**
   * @param halfLife rollouts after which a piece of evidence counts half
   */
  public Posterior after(int rollouts, int passed, double halfLife) {
    double kept = StrictMath.pow(2, -rollouts / halfLife);
    int failed = rollouts - passed;
    return new Posterior(1 + kept * (alpha - 1) + passed, 1 + kept * (beta - 1) + failed);
  }

  public double mean() {
    return alpha / (alpha + beta);
  }

  /** Rollouts that the posterior still remembers. */
  public double evidence() {
    return alpha + beta - 2;
  }

  /** The probability that the observed pass rate is above this rate. */
  public double above(double rate) {
    return BetaTail.below(1 - rate, beta, alpha);
  }

  /** The probability that the observed pass rate is below this rate. */
  public double below(double rate) {
    return BetaTail.below(rate, alpha, beta);
  }
}
