package dev.whetstone.task.family;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;

/** A coefficient and a power of x. */
record Monomial(BigInteger coefficient, int power) {
  boolean isZero() {
    return coefficient.signum() == 0;
  }

  static String x(int power) {
    return power == 1 ? "x" : "x^" + power;
  }

  @Override
  public String toString() {
    if (power == 0 || isZero()) return coefficient.toString();
    String size = coefficient.abs().equals(ONE) ? "" : coefficient.abs().toString();
    return (coefficient.signum() < 0 ? "-" : "") + size + x(power);
  }
}
