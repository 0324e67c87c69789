package dev.whetstone.verify.labelling.expected;

import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Lowest;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * How often automated labelling ends where, in closed form and without failed calls. With r0 and rh
 * the rates of valid analyses that give 0 and 1/2: P(1) = (1 - r0 - rh)^n P(most of n say 1), P(0)
 * = P(Bin(n, r0) >= k); and where no analysis gives 0, those that give 1/2 are binomial again.
 */
public record ExpectedShares(double one, double half, double zero, double human, double discarded) {
  public ExpectedShares {
    if (!(Math.min(Math.min(one, half), Math.min(zero, Math.min(human, discarded))) >= 0))
      throw new IllegalArgumentException("a share below 0");
    if (!(Math.abs(one + half + zero + human + discarded - 1) < 1e-9))
      throw new IllegalArgumentException("shares of a whole sum to 1");
  }

  public static ExpectedShares of(FixedRule rule, Rates rates, boolean flawed) {
    double valid = rates.valid(flawed, rule.panel());
    double validZero = valid * rates.zeroShare();
    double anyZero =
        rule.lowest() == Lowest.OF_ALL ? rates.claims(flawed) * rates.zeroShare() : validZero;
    BinomialDistribution zeros = new BinomialDistribution(rule.analyses(), validZero);
    double noZero = Math.pow(1 - anyZero, rule.analyses());
    BinomialDistribution halves =
        new BinomialDistribution(
            rule.analyses(), share(valid - validZero, 1 - anyZero)); // given no zero
    double noneValid = Math.pow(1 - valid, rule.analyses());
    double one =
        noneValid * mostlyOne(rule.analyses(), share(rates.claims(flawed) - valid, 1 - valid));
    double half = noZero * enough(halves, rule);
    double zero = enough(zeros, rule);
    double human = contested(zeros, rule) + noZero * contested(halves, rule) + (noneValid - one);
    return new ExpectedShares(one, half, zero, human, Math.max(0, 1 - one - half - zero - human));
  }

  private static double mostlyOne(int analyses, double refuted) {
    return new BinomialDistribution(analyses, refuted).cumulativeProbability((analyses - 1) / 2);
  }

  private static double enough(BinomialDistribution votes, FixedRule rule) {
    return 1 - votes.cumulativeProbability(rule.required() - 1);
  }

  private static double contested(BinomialDistribution votes, FixedRule rule) {
    return votes.probability(rule.humanFrom() - 1, rule.required() - 1);
  }

  private static double share(double part, double whole) {
    return part <= 0 ? 0 : Math.min(1, part / whole);
  }
}
