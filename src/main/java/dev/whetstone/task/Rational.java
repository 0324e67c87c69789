package dev.whetstone.task;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact fraction in lowest terms, the denominator positive. */
public record Rational(BigInteger numerator, BigInteger denominator) {
  public Rational {
    if (denominator.signum() == 0) throw new ArithmeticException("division by zero");
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger shared = numerator.gcd(denominator);
      if (denominator.signum() < 0) shared = shared.negate();
      numerator = numerator.divide(shared);
      denominator = denominator.divide(shared);
    }
  }

  public static Rational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(BigDecimal value) {
    return value.scale() > 0
        ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : of(value.toBigIntegerExact());
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * @throws ArithmeticException if {@code other} is zero
   */
  public Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
