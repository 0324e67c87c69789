package dev.whetstone.curriculum.difficulty;

import dev.whetstone.verify.Reliability;

/**
 * One group's share that passed, as evidence about the log-odds that its task is solved. A group
 * counts as one observation whatever its size, as in the cell's posterior; the verifier's errors
 * are in the likelihood: a pass is observed with probability v = f + (s - f) p.
 */
record Observation(double share, Reliability verifier) {
  /** Halvings of a bracket that is at first two prior variances wide. */
  private static final int HALVINGS = 60;

  Observation {
    if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException("share: " + share);
  }

  static double solved(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  static double passed(double solved, Reliability verifier) {
    return verifier.falsePass() + informedness(verifier) * solved;
  }

  /** Whether the verifier's word says anything. */
  static boolean isInformative(Reliability verifier) {
    return informedness(verifier) > 0;
  }

  private static double informedness(Reliability verifier) {
    return verifier.sensitivity() - verifier.falsePass();
  }

  /**
   * The belief after this, by Laplace's approximation in the one direction that was observed. The
   * slope of the log likelihood lies in [-1, 1], so the mode lies within a variance of the mean.
   */
  Normal update(Normal before) {
    double low = before.mean() - before.variance();
    double high = before.mean() + before.variance();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      boolean rises = slope(middle) > (middle - before.mean()) / before.variance();
      if (rises) low = middle;
      else high = middle;
    }
    double mode = (low + high) / 2;
    return new Normal(mode, 1 / (1 / before.variance() + information(mode)));
  }

  /** Derivative of share log v + (1 - share) log(1 - v) by the log-odds. */
  private double slope(double logOdds) {
    double v = observed(logOdds);
    double spread = v * (1 - v);
    return spread <= 0 ? 0 : (share - v) * steepness(logOdds) / spread;
  }

  /** Fisher's, of one observation. */
  private double information(double logOdds) {
    double v = observed(logOdds);
    double spread = v * (1 - v);
    return spread <= 0 ? 0 : steepness(logOdds) * steepness(logOdds) / spread;
  }

  private double observed(double logOdds) {
    return passed(solved(logOdds), verifier);
  }

  private double steepness(double logOdds) {
    double p = solved(logOdds);
    return informedness(verifier) * p * (1 - p);
  }
}
