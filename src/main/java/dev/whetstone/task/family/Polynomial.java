package dev.whetstone.task.family;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A polynomial in x.
 *
 * @param coefficients from that of the constant term up
 */
record Polynomial(List<BigInteger> coefficients) {
  int degree() {
    return coefficients.size() - 1;
  }

  Monomial term(int power) {
    return new Monomial(coefficients.get(power), power);
  }

  Polynomial times(Polynomial other) {
    List<BigInteger> product =
        new ArrayList<>(Collections.nCopies(degree() + other.degree() + 1, ZERO));
    for (int i = 0; i <= degree(); i++) {
      BigInteger left = coefficients.get(i);
      for (int j = 0; left.signum() != 0 && j <= other.degree(); j++)
        product.set(i + j, product.get(i + j).add(left.multiply(other.coefficients.get(j))));
    }
    return new Polynomial(product);
  }

  /** Each power once: the question asks for like terms to be collected. */
  boolean isSumOf(List<Monomial> terms) {
    List<BigInteger> left = new ArrayList<>(coefficients);
    Set<Integer> seen = new HashSet<>();
    for (Monomial term : terms) {
      if (!seen.add(term.power())) return false;
      if (term.power() <= degree())
        left.set(term.power(), left.get(term.power()).subtract(term.coefficient()));
      else if (!term.isZero()) return false;
    }
    return left.stream().allMatch(ZERO::equals);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int power = degree(); power >= 0; power--) {
      BigInteger coefficient = coefficients.get(power);
      if (coefficient.signum() == 0) continue;
      boolean first = text.isEmpty();
      if (!first) text.append(coefficient.signum() < 0 ? " - " : " + ");
      text.append(new Monomial(first ? coefficient : coefficient.abs(), power));
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
