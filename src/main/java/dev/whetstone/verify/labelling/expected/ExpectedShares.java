package dev.whetstone.verify.labelling.expected;

import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.labelling.chance.Binomial;

/**
 * How often automated labelling ends where, in closed form and without failed calls. With r0 and rh
 * the rates of valid analyses that give 0 and 1/2: P(1) = (1 - r0 - rh)^n, P(0) = P(Bin(n, r0) >=
 * k); and where no analysis gives 0, those that give 1/2 are binomial again.
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
    Binomial zeros = new Binomial(rule.analyses(), validZero);
    double noZero = Math.pow(1 - anyZero, rule.analyses());
    Binomial halves =
        new Binomial(rule.analyses(), share(valid - validZero, 1 - anyZero)); // given no zero
    double one = Math.pow(1 - valid, rule.analyses());
    double half = noZero * halves.atLeast(rule.required());
    double zero = zeros.atLeast(rule.required());
    double human =
        zeros.between(rule.humanFrom(), rule.required())
            + noZero * halves.between(rule.humanFrom(), rule.required());
    return new ExpectedShares(one, half, zero, human, Math.max(0, 1 - one - half - zero - human));
  }

  private static double share(double part, double whole) {
    return part <= 0 ? 0 : Math.min(1, part / whole);
  }
}
