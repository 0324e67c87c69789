package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import java.math.BigInteger;

/** Wrong values of like size, as a careless solver might write them. */
final class Near {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  private Near() {}

  /** The value, or a wrong whole one; all is whole before the first slip. */
  static Rational value(Slip slip, int step, Flaw flaw, Rational right) {
    return slip.hits(step, flaw)
        ? Rational.of(slip.near(right.numerator().longValueExact()))
        : right;
  }

  /** The value, or a wrong one that is no less than this either. */
  static long atLeast(long least, Slip slip, int step, Flaw flaw, long right) {
    long value = slip.value(step, flaw, right);
    return value < least ? 2 * right - value : value;
  }

  /** Wrong in the last digits. */
  static BigInteger value(Slip slip, BigInteger right) {
    long end = right.remainder(THOUSAND).longValue();
    return right.add(BigInteger.valueOf(slip.near(end) - end));
  }
}
