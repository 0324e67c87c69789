package dev.whetstone.model.wide.note.polynomial;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A polynomial in one letter.
 *
 * @param coefficients by powers, none of them 0
 */
record Polynomial(SortedMap<Integer, BigInteger> coefficients) {
  static final Polynomial NOTHING = new Polynomial(new TreeMap<>());

  /** A coefficient and a power of the letter. */
  record Monomial(int power, BigInteger coefficient) {}

  Polynomial {
    if (coefficients.containsValue(ZERO)) throw new IllegalArgumentException("a term of 0");
    coefficients = Collections.unmodifiableSortedMap(new TreeMap<>(coefficients));
  }

  /** Like terms are collected. */
  static Polynomial sum(List<Monomial> monomials) {
    SortedMap<Integer, BigInteger> sum = new TreeMap<>();
    for (Monomial term : monomials) sum.merge(term.power, term.coefficient, BigInteger::add);
    sum.values().removeIf(ZERO::equals);
    return new Polynomial(sum);
  }

  List<Monomial> terms() {
    List<Monomial> terms = new ArrayList<>();
    coefficients.forEach((power, coefficient) -> terms.add(new Monomial(power, coefficient)));
    return terms;
  }

  int size() {
    return coefficients.size();
  }

  Polynomial plus(Polynomial other) {
    List<Monomial> terms = terms();
    terms.addAll(other.terms());
    return sum(terms);
  }

  Polynomial times(Polynomial other) {
    List<Monomial> products = new ArrayList<>();
    for (Monomial a : terms())
      for (Monomial b : other.terms())
        products.add(new Monomial(a.power + b.power, a.coefficient.multiply(b.coefficient)));
    return sum(products);
  }
}
