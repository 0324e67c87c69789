package dev.whetstone.model.equation;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A relation between two expressions.
 *
 * @param relation one of {@code = ≈ ≠ < > ≤ ≥ ≡}
 * @param modulus of a congruence; null for none
 */
record Comparison(Term left, String relation, Term right, Rational modulus, boolean percentAsIs) {
  private static final double ROUGH = 0.02;

  /** Quotients of the common units of time, length, weight and money. */
  private static final Set<Integer> CONVERSIONS =
      Set.of(2, 3, 4, 7, 8, 10, 12, 16, 24, 30, 36, 52, 60, 100, 365, 1000, 1440, 3600, 5280);

  /** Values of the names at each of the points where an identity is tried. */
  private static final List<List<Rational>> POINTS =
      List.of(
          List.of(Rational.of(17, 7), Rational.of(5, 11), Rational.of(31, 13), Rational.of(3, 19)),
          List.of(Rational.of(2, 23), Rational.of(29, 3), Rational.of(7, 5), Rational.of(41, 17)),
          List.of(Rational.of(13, 9), Rational.of(8, 3), Rational.of(37, 29), Rational.of(19, 4)));

  /**
   * Empty where the sides have not the same names.
   *
   * @throws NotUnderstood where a side has no value
   */
  Optional<Truth> truth() {
    Set<String> names = left.names();
    if (!names.equals(right.names()) || names.size() > POINTS.getFirst().size())
      return Optional.empty();
    if (names.isEmpty()) return Optional.of(holds() ? Truth.HOLDS : Truth.FAILS);
    return relation.equals("=") && modulus == null
        ? Optional.of(identity(List.copyOf(names)))
        : Optional.empty();
  }

  /** Equal at all points: by Schwartz and Zippel a polynomial identity, but for rare chance. */
  private Truth identity(List<String> names) {
    for (List<Rational> values : POINTS) {
      Map<String, Rational> point = new HashMap<>();
      for (int i = 0; i < names.size(); i++) point.put(names.get(i), values.get(i));
      Evaluation evaluation = new Evaluation(point, percentAsIs);
      if (!evaluation.of(left).same(evaluation.of(right))) return Truth.NO_IDENTITY;
    }
    return Truth.IDENTITY;
  }

  private boolean holds() {
    Quantity a = value(left);
    Quantity b = value(right);
    if (modulus != null) return congruent(a, b);
    return switch (relation) {
      case "=" -> a.same(b) || rounded(a, b, 1);
      case "≈" -> a.same(b) || rounded(a, b, 0) || a.minus(b).abs().near() <= ROUGH * size(a, b);
      case "≠" -> !a.same(b);
      case "<" -> a.compareTo(b) < 0 && !a.same(b);
      case ">" -> a.compareTo(b) > 0 && !a.same(b);
      case "≤" -> a.compareTo(b) < 0 || a.same(b);
      case "≥" -> a.compareTo(b) > 0 || a.same(b);
      default -> throw new NotUnderstood("no modulus");
    };
  }

  private Quantity value(Term term) {
    return new Evaluation(Map.of(), percentAsIs).of(term);
  }

  private static double size(Quantity a, Quantity b) {
    return Math.max(Math.abs(a.near()), Math.abs(b.near()));
  }

  /** Whether one side is a number of at least so many decimals that rounds the other. */
  private boolean rounded(Quantity a, Quantity b, int decimals) {
    return Written.of(left, percentAsIs).filter(w -> w.rounds(b, a, decimals)).isPresent()
        || Written.of(right, percentAsIs).filter(w -> w.rounds(a, b, decimals)).isPresent();
  }

  /** Whether the sides differ, but by no more than rounding: of closed numbers that hold. */
  boolean isRounded() {
    return relation.equals("=")
        && modulus == null
        && left.names().isEmpty()
        && !value(left).same(value(right));
  }

  /** Whether the right side leaves decimals of the left one out, which some mean by {@code =}. */
  boolean isCut() {
    Quantity a = value(left);
    return relation.equals("=")
        && modulus == null
        && Written.of(right, percentAsIs).filter(w -> w.cuts(a, value(right))).isPresent();
  }

  /** Whether the sides differ by a factor between common units. */
  boolean converts() {
    Quantity a = value(left).abs();
    Quantity b = value(right).abs();
    if (a.near() == 0 || b.near() == 0) return false;
    double factor = a.compareTo(b) > 0 ? a.near() / b.near() : b.near() / a.near();
    return factor == Math.rint(factor) && CONVERSIONS.contains((int) factor);
  }

  /** By the inverse of the denominators, where they have one. */
  private boolean congruent(Quantity a, Quantity b) {
    Rational difference = a.minus(b).exact();
    if (difference == null) throw new NotUnderstood("no integers");
    BigInteger m = modulus.numerator();
    if (!difference.denominator().gcd(m).equals(BigInteger.ONE))
      throw new NotUnderstood("no inverse");
    return difference.numerator().mod(m).signum() == 0;
  }
}
