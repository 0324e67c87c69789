package dev.whetstone.model.equation;

import java.math.BigInteger;
import java.util.Map;

/**
 * Computes terms at a point.
 *
 * @param point the value of each name
 * @param percentAsIs whether {@code 20%} counts 20, as people often mean it after {@code * 100}
 */
record Evaluation(Map<String, Rational> point, boolean percentAsIs) {
  private static final int MAX_EXPONENT = 2_048;
  private static final int MAX_FACTORIAL = 300;
  private static final int MAX_DEGREE = 64;
  private static final Quantity HUNDRED = Quantity.of(Rational.of(100));
  private static final Quantity ZERO = Quantity.of(Rational.ZERO);

  /**
   * @throws NotUnderstood if it has no value, no single real value, or one beyond 2,048 bits
   */
  Quantity of(Term term) {
    return switch (term) {
      case Term.Literal literal -> Quantity.of(literal.value());
      case Term.Name name -> named(name.letter());
      case Term.Operation o -> operation(o.symbol(), of(o.left()), of(o.right()));
      case Term.Sign s -> sign(s.symbol(), of(s.of()));
      case Term.Root r -> root(of(r.degree()).toInt(MAX_DEGREE), of(r.of()));
    };
  }

  private Quantity named(String letter) {
    Rational value = point.get(letter);
    if (value == null) throw new NotUnderstood("an unknown");
    return Quantity.of(value);
  }

  private static Quantity operation(char symbol, Quantity left, Quantity right) {
    return switch (symbol) {
      case '+' -> left.plus(right);
      case '-' -> left.minus(right);
      case '*' -> left.times(right);
      case '/' -> left.over(right);
      case '^' -> power(left, right);
      case 'm' -> modulo(left, right);
      case 'C' -> choose(left.toInt(MAX_EXPONENT), right.toInt(MAX_EXPONENT));
      default -> throw new IllegalArgumentException("no operation: " + symbol);
    };
  }

  private Quantity sign(char symbol, Quantity value) {
    return switch (symbol) {
      case '-' -> ZERO.minus(value);
      case '!' -> factorial(value.toInt(MAX_FACTORIAL));
      case '|' -> value.abs();
      case '%' -> percentAsIs ? value : value.over(HUNDRED);
      default -> throw new IllegalArgumentException("no sign: " + symbol);
    };
  }

  private static Quantity power(Quantity base, Quantity exponent) {
    if (exponent.exact() == null || !exponent.exact().isWhole() || base.exact() == null)
      return irrationalPower(base, exponent);
    int e = exponent.toInt(MAX_EXPONENT);
    if (e == 0 && base.exact().signum() == 0) throw new NotUnderstood("0^0");
    if ((long) (base.exact().bits() - 1) * Math.abs(e) > 2L * MAX_EXPONENT)
      throw new NotUnderstood("too large");
    Quantity raised =
        Quantity.of(
            new Rational(
                base.exact().numerator().pow(Math.abs(e)),
                base.exact().denominator().pow(Math.abs(e))));
    return e < 0 ? Quantity.of(Rational.ONE).over(raised) : raised;
  }

  private static Quantity irrationalPower(Quantity base, Quantity exponent) {
    boolean whole = exponent.exact() != null && exponent.exact().isWhole();
    if (base.near() < 0 && !whole) throw new NotUnderstood("a root of a negative number");
    return Quantity.near(Math.pow(base.near(), exponent.near()));
  }

  private static Quantity root(int degree, Quantity of) {
    if (degree < 2) throw new NotUnderstood("no root");
    if (of.near() < 0 && degree % 2 == 0) throw new NotUnderstood("a root of a negative number");
    double magnitude =
        degree == 2 ? Math.sqrt(of.near()) : Math.pow(Math.abs(of.near()), 1.0 / degree);
    return Quantity.near(Math.copySign(magnitude, of.near()));
  }

  private static Quantity modulo(Quantity left, Quantity right) {
    if (left.exact() == null || right.exact() == null || right.exact().signum() <= 0)
      throw new NotUnderstood("no modulus");
    if (!left.exact().isWhole() || !right.exact().isWhole()) throw new NotUnderstood("no integer");
    return Quantity.of(Rational.of(left.exact().numerator().mod(right.exact().numerator())));
  }

  private static Quantity factorial(int n) {
    if (n < 0) throw new NotUnderstood("factorial of a negative number");
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) product = product.multiply(BigInteger.valueOf(i));
    return Quantity.of(Rational.of(product));
  }

  private static Quantity choose(int n, int k) {
    if (n < 0 || k < 0) throw new NotUnderstood("choose of a negative number");
    if (k > n) return ZERO;
    BigInteger count = BigInteger.ONE;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      count = count.multiply(BigInteger.valueOf(n - i + 1L)).divide(BigInteger.valueOf(i));
      if (count.bitLength() > MAX_EXPONENT) throw new NotUnderstood("too large");
    }
    return Quantity.of(Rational.of(count));
  }
}
