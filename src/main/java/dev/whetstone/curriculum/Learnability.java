package dev.whetstone.curriculum;

import dev.whetstone.verify.Reliability;

/**
 * What one group can teach when the verifier errs (our derivation; exact checks give SEC's and
 * SFL's shape). With truth rate p, sensitivity s and false-pass rate f, a pass is observed with
 * probability v = f + J p, J = s - f. An observed reward standardised in its group has, along the
 * truth, the component Cov(r, truth)/sd(r):
 *
 * <pre>U = J p(1-p) / sqrt(v(1-v))</pre>
 *
 * f = 0, s = 1 gives sqrt(p(1-p)); a verifier that tells nothing (J at most 0) and a task that is
 * never or always solved give 0.
 */
public final class Learnability {
  private Learnability() {}

  /** J, how much a verdict tells: 1 exact, 0 or less nothing. */
  public static double informedness(Reliability verifier) {
    return verifier.sensitivity() - verifier.falsePass();
  }

  /** v = f + J p, the pass rate that is observed at truth rate p. */
  public static double observed(double p, Reliability verifier) {
    return verifier.falsePass() + informedness(verifier) * p;
  }

  /** p = (v - f)/(s - f), clipped to [0, 1] (Rogan and Gladen 1978); 0 where J is at most 0. */
  public static double corrected(double v, Reliability verifier) {
    double informedness = informedness(verifier);
    if (informedness <= 0) return 0;
    return Math.clamp((v - verifier.falsePass()) / informedness, 0.0, 1.0);
  }

  /** U at truth rate p, in [0, 1/2]. */
  public static double utility(double p, Reliability verifier) {
    double informedness = informedness(verifier);
    double v = observed(p, verifier);
    double spread = v * (1 - v);
    return informedness <= 0 || spread <= 0
        ? 0
        : informedness * p * (1 - p) / StrictMath.sqrt(spread);
  }

  /** J^2 p(1-p), the part of the reward's variance v(1-v) that is about the truth. */
  public static double learnable(double p, Reliability verifier) {
    double informedness = informedness(verifier);
    return informedness * informedness * p * (1 - p);
  }

  /** p s(1-s) + (1-p) f(1-f), the rest of that variance. */
  public static double noise(double p, Reliability verifier) {
    double s = verifier.sensitivity();
    double f = verifier.falsePass();
    return p * s * (1 - s) + (1 - p) * f * (1 - f);
  }

  /** 1 - v^G - (1-v)^G, the probability that a group of G has differing rewards. */
  public static double usable(double v, int group) {
    if (group < 1) throw new IllegalArgumentException("group: " + group);
    return group == 1 ? 0 : 1 - StrictMath.pow(v, group) - StrictMath.pow(1 - v, group);
  }
}
