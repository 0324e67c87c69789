package dev.whetstone.verify.labelling.sequential;

import java.util.function.DoublePredicate;

/**
 * The sequential probability ratio test of a flawed proof against a correct one; Wald 1945, "Ann.
 * Math. Statist." 16:117. It holds for flaws that an analysis finds at least as often as stated;
 * flaws that none finds pass any number of analyses.
 *
 * @param rateCorrect r0, how often an analysis of a correct proof is valid; in (0, rateFlawed)
 * @param rateFlawed r1, how often an analysis of a flawed proof is valid; below 1
 * @param lower the log-likelihood ratio from which down a proof is correct, below 0
 * @param upper the log-likelihood ratio from which up it is flawed, above 0
 */
public record SequentialTest(double rateCorrect, double rateFlawed, double lower, double upper) {
  private static final int HALVINGS = 40;
  private static final int ROUNDS = 3;

  /** What the votes so far say. */
  public enum Finding {
    CORRECT,
    FLAWED,
    OPEN
  }

  public SequentialTest {
    if (!(0 < rateCorrect && rateCorrect < rateFlawed && rateFlawed < 1))
      throw new IllegalArgumentException(
          "rates of " + rateCorrect + " and " + rateFlawed + " tell nothing apart");
    if (!(lower < 0 && upper > 0))
      throw new IllegalArgumentException("bounds " + lower + " and " + upper);
  }

  /**
   * Wald's bounds ln(β/(1-α)) and ln((1-β)/α), which hold whenever one stops for other reasons too.
   */
  public static SequentialTest wald(double rateCorrect, double rateFlawed, Errors errors) {
    double alpha = errors.correctAsFlawed();
    double beta = errors.flawedAsCorrect();
    return new SequentialTest(
        rateCorrect,
        rateFlawed,
        StrictMath.log(beta / (1 - alpha)),
        StrictMath.log((1 - beta) / alpha));
  }

  /**
   * The narrowest bounds whose exact errors, with at most that many analyses, are within the stated
   * ones; Wald's are wider because a vote carries the ratio beyond its bound.
   */
  public static SequentialTest narrowest(
      double rateCorrect, double rateFlawed, Errors errors, int maxAnalyses) {
    SequentialTest test = wald(rateCorrect, rateFlawed, errors);
    for (int round = 0; round < ROUNDS; round++) {
      SequentialTest wide = test;
      double upper =
          least(wide.upper, u -> wide.within(wide.lower, u).errs(maxAnalyses).within(errors));
      double lower =
          -least(-wide.lower, l -> wide.within(-l, upper).errs(maxAnalyses).within(errors));
      test = wide.within(lower, upper);
    }
    return test;
  }

  public Finding of(int analyses, int valid) {
    double ratio =
        valid * StrictMath.log(rateFlawed / rateCorrect)
            + (analyses - valid) * StrictMath.log((1 - rateFlawed) / (1 - rateCorrect));
    if (ratio >= upper) return Finding.FLAWED;
    return ratio <= lower ? Finding.CORRECT : Finding.OPEN;
  }

  private SequentialTest within(double lower, double upper) {
    return new SequentialTest(rateCorrect, rateFlawed, lower, upper);
  }

  private Errors errs(int maxAnalyses) {
    return new Errors(
        OperatingCharacteristic.of(this, maxAnalyses, rateCorrect).flawed(),
        OperatingCharacteristic.of(this, maxAnalyses, rateFlawed).correct());
  }

  /** The least bound that holds, of those from 0 to one that does. */
  private static double least(double holding, DoublePredicate holds) {
    double high = holding;
    double low = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (holds.test(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
}
