package dev.whetstone.model.equation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An equation {@code square x^2 + linear x + constant = 0} in one unknown, its leading coefficient
 * 1.
 */
record Condition(String unknown, Rational square, Rational linear, Rational constant) {
  private static final Set<String> NO_UNKNOWNS = Set.of("i", "e", "\\pi", "\\omega", "\\zeta");
  private static final Rational TWO = Rational.of(2);

  /** Where a polynomial of degree two has to agree with what is written. */
  private static final List<Rational> TRIALS =
      List.of(Rational.of(3), Rational.of(-5), Rational.of(7), Rational.of(11, 3));

  /** Empty unless both sides together have one unknown, and their difference degree one or two. */
  static Optional<Condition> of(Term left, Term right) {
    Set<String> names = new TreeSet<>(left.names());
    names.addAll(right.names());
    if (names.size() != 1 || NO_UNKNOWNS.containsAll(names)) return Optional.empty();
    try {
      return fitted(names.iterator().next(), new Term.Operation('-', left, right));
    } catch (NotUnderstood _) {
      return Optional.empty();
    }
  }

  private static Optional<Condition> fitted(String unknown, Term difference) {
    Rational constant = at(difference, unknown, Rational.ZERO);
    Rational plus = at(difference, unknown, Rational.ONE);
    Rational minus = at(difference, unknown, Rational.of(-1));
    Rational square = plus.plus(minus).over(TWO).minus(constant);
    Rational linear = plus.minus(minus).over(TWO);
    Rational lead = square.signum() == 0 ? linear : square;
    if (lead.signum() == 0) return Optional.empty();
    Condition raw = new Condition(unknown, square, linear, constant);
    for (Rational x : TRIALS)
      if (!raw.value(x).equals(at(difference, unknown, x))) return Optional.empty();
    return Optional.of(
        new Condition(unknown, square.over(lead), linear.over(lead), constant.over(lead)));
  }

  private static Rational at(Term term, String unknown, Rational x) {
    Rational value = new Evaluation(Map.of(unknown, x), false).of(term).exact();
    if (value == null) throw new NotUnderstood("irrational");
    return value;
  }

  private Rational value(Rational x) {
    return square.times(x).plus(linear).times(x).plus(constant);
  }

  private boolean isLinear() {
    return square.signum() == 0;
  }

  /** Whether all solutions of one are solutions of the other. */
  boolean impliesOrFollows(Condition other) {
    if (isLinear() && !other.isLinear()) return other.value(constant.negate()).signum() == 0;
    if (!isLinear() && other.isLinear()) return value(other.constant.negate()).signum() == 0;
    return equals(other);
  }
}
