package dev.whetstone.verify.labelling.blindspot;

import org.hipparchus.special.Beta;

/**
 * The number of successes in n trials whose common rate is itself drawn from Beta(a, b).
 *
 * @param trials n
 */
record BetaBinomial(int trials, double a, double b) {
  public BetaBinomial {
    if (trials < 0) throw new IllegalArgumentException(trials + " trials");
    if (!(a > 0 && b > 0 && Double.isFinite(a + b)))
      throw new IllegalArgumentException("Beta(" + a + ", " + b + ")");
  }

  /** P(X = k). */
  public double mass(int k) {
    return k < 0 || k > trials ? 0 : masses()[k];
  }

  /** P(X = k) for k from 0 to n, each from the one before. */
  public double[] masses() {
    double[] masses = new double[trials + 1];
    double log = Beta.logBeta(a, b + trials) - Beta.logBeta(a, b);
    for (int k = 0; k < trials; k++) {
      masses[k] = Math.exp(log);
      log += Math.log((trials - k) / (k + 1.0) * (a + k) / (b + trials - k - 1));
    }
    masses[trials] = Math.exp(log);
    return masses;
  }
}
