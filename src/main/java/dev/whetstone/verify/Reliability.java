package dev.whetstone.verify;

/**
 * How far a verifier's verdicts can be trusted.
 *
 * @param sensitivity s, the share of right candidates that it passes, in [0, 1]
 * @param falsePass f, the share of wrong candidates that it passes, in [0, 1]
 */
public record Reliability(double sensitivity, double falsePass) {
  /** An exact check: s = 1, f = 0. */
  public static final Reliability EXACT = new Reliability(1, 0);

  public Reliability {
    requireShare("sensitivity", sensitivity);
    requireShare("falsePass", falsePass);
  }

  /**
   * The probability that a verdict is false when right and wrong candidates are equally likely:
   * f/(s+f) for a pass, (1-s)/((1-s)+(1-f)) for a fail; 1/2 where such a verdict cannot occur.
   */
  public double errorProbability(boolean passed) {
    double lying = passed ? falsePass : 1 - sensitivity;
    double honest = passed ? sensitivity : 1 - falsePass;
    return lying + honest == 0 ? 0.5 : lying / (lying + honest);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException(name + " lies between 0 and 1, not " + value);
  }
}
