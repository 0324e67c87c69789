package dev.whetstone.model.equation;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How exactly a number is written.
 *
 * @param unit value of its last digit
 * @param decimals digits after the point
 * @param cut whether dots follow
 */
record Written(Rational unit, int decimals, boolean cut) {
  private static final Rational HALF = Rational.of(1, 2);
  private static final Rational HUNDREDTH = Rational.of(1, 100);
  private static final double TOLERANCE = 1e-9;

  /** Empty for what is no single number in digits. */
  static Optional<Written> of(Term term, boolean percentAsIs) {
    return switch (term) {
      case Term.Literal l ->
          Optional.of(
              new Written(
                  new Rational(BigInteger.ONE, BigInteger.TEN.pow(l.decimals())),
                  l.decimals(),
                  l.cut()));
      case Term.Sign s when s.symbol() == '-' -> of(s.of(), percentAsIs);
      case Term.Sign s when s.symbol() == '%' ->
          of(s.of(), percentAsIs).map(w -> percentAsIs ? w : w.times(HUNDREDTH));
      default -> Optional.empty();
    };
  }

  private Written times(Rational factor) {
    return new Written(unit.times(factor), decimals, cut);
  }

  /** Whether the number, of value {@code as}, rounds {@code value}; where it is cut, cuts it. */
  boolean rounds(Quantity value, Quantity as, int leastDecimals) {
    return decimals >= leastDecimals && within(cut ? unit : unit.times(HALF), value, as);
  }

  /** Whether the number, of value {@code as}, is {@code value} cut or rounded to these digits. */
  boolean cuts(Quantity value, Quantity as) {
    boolean toZero = Math.abs(as.near()) < Math.abs(value.near());
    return toZero
        ? Math.abs(value.near() - as.near()) < unit.toDouble() * (1 - TOLERANCE)
        : within(unit.times(HALF), value, as);
  }

  private static boolean within(Rational slack, Quantity value, Quantity as) {
    Quantity difference = value.minus(as).abs();
    return difference.exact() == null
        ? difference.near() <= slack.toDouble() * (1 + TOLERANCE)
        : difference.exact().compareTo(slack) <= 0;
  }
}
