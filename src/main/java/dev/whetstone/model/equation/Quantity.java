package dev.whetstone.model.equation;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/**
 * A real number, exact while it is rational.
 *
 * @param exact null once a root has made it irrational
 * @param near the same number as a double
 */
record Quantity(Rational exact, double near) implements Comparable<Quantity> {
  private static final double TOLERANCE = 1e-9;
  private static final double LEAST = 1e-3;
  private static final int MAX_BITS = 2_048;

  Quantity {
    if (exact != null && exact.bits() > MAX_BITS) throw new NotUnderstood("too large");
    if (!Double.isFinite(near)) throw new NotUnderstood("not a finite number");
  }

  static Quantity of(Rational value) {
    if (value.bits() > MAX_BITS) throw new NotUnderstood("too large");
    return new Quantity(value, value.toDouble());
  }

  static Quantity near(double value) {
    return new Quantity(null, value);
  }

  Quantity plus(Quantity other) {
    return combine(other, Rational::plus, Double::sum);
  }

  Quantity minus(Quantity other) {
    return combine(other, Rational::minus, (a, b) -> a - b);
  }

  Quantity times(Quantity other) {
    return combine(other, Rational::times, (a, b) -> a * b);
  }

  Quantity over(Quantity other) {
    if (other.exact == null ? other.near == 0 : other.exact.signum() == 0)
      throw new NotUnderstood("division by zero");
    return combine(other, Rational::over, (a, b) -> a / b);
  }

  Quantity abs() {
    return exact == null ? near(Math.abs(near)) : of(exact.abs());
  }

  /** The integer that it is, if its magnitude is at most {@code limit}. */
  int toInt(int limit) {
    if (exact == null || !exact.isWhole() || exact.numerator().bitLength() > 31)
      throw new NotUnderstood("not a small integer");
    int value = exact.numerator().intValue();
    if (Math.abs((long) value) > limit) throw new NotUnderstood("not a small integer");
    return value;
  }

  /** Equal, or, where one is irrational, by all that a double can tell. */
  boolean same(Quantity other) {
    if (exact != null && other.exact != null) return exact.equals(other.exact);
    double size = Math.max(Math.abs(near), Math.abs(other.near));
    return Math.abs(near - other.near) <= TOLERANCE * Math.max(size, LEAST);
  }

  @Override
  public int compareTo(Quantity other) {
    return exact != null && other.exact != null
        ? exact.compareTo(other.exact)
        : Double.compare(near, other.near);
  }

  private Quantity combine(
      Quantity other, BinaryOperator<Rational> exactly, DoubleBinaryOperator nearly) {
    return exact != null && other.exact != null
        ? of(exactly.apply(exact, other.exact))
        : near(nearly.applyAsDouble(near, other.near));
  }
}
