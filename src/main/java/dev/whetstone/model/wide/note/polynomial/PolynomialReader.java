package dev.whetstone.model.wide.note.polynomial;

import static java.math.BigInteger.ONE;

import dev.whetstone.model.wide.note.polynomial.Polynomial.Monomial;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads texts without blanks; nothing where a text is anything else, or beyond these bounds. */
final class PolynomialReader {
  private static final int MAX_TERMS = 128;
  private static final int MAX_FACTORS = 128;
  private static final int MAX_DIGITS = 200;
  private static final int MAX_POWER_DIGITS = 4;

  private final String text;
  private final char letter;
  private int at;
  private int factors;

  private PolynomialReader(String text, char letter) {
    this.text = text;
    this.letter = letter;
  }

  /** Such as {@code -3x^2+x-5}. */
  static Optional<Polynomial> polynomial(String text, char letter) {
    PolynomialReader reader = new PolynomialReader(text, letter);
    return reader.polynomial().filter(_ -> reader.isAtEnd());
  }

  /** A sum of products, such as {@code (3x)(x^2)+(4)(x^3)}: of each, the factors. */
  static Optional<List<List<Polynomial>>> products(String text, char letter) {
    PolynomialReader reader = new PolynomialReader(text, letter);
    List<List<Polynomial>> products = new ArrayList<>();
    do {
      List<Polynomial> product = reader.product();
      if (product.isEmpty()) return Optional.empty();
      products.add(product);
    } while (reader.take('+'));
    return reader.isAtEnd() ? Optional.of(products) : Optional.empty();
  }

  private boolean isAtEnd() {
    return at == text.length();
  }

  private boolean take(char sign) {
    if (isAtEnd() || text.charAt(at) != sign) return false;
    at++;
    return true;
  }

  private List<Polynomial> product() {
    List<Polynomial> product = new ArrayList<>();
    while (take('(')) {
      Optional<Polynomial> factor = polynomial();
      if (factor.isEmpty() || !take(')') || ++factors > MAX_FACTORS) return List.of();
      product.add(factor.get());
    }
    return product;
  }

  private Optional<Polynomial> polynomial() {
    List<Monomial> terms = new ArrayList<>();
    boolean first = true;
    while (first || isSign()) {
      Optional<Monomial> term = term();
      if (term.isEmpty() || terms.size() == MAX_TERMS) return Optional.empty();
      terms.add(term.get());
      first = false;
    }
    return Optional.of(Polynomial.sum(terms));
  }

  private boolean isSign() {
    return !isAtEnd() && "+-".indexOf(text.charAt(at)) >= 0;
  }

  private Optional<Monomial> term() {
    boolean negative = !take('+') && take('-');
    String digits = digits();
    boolean hasLetter = take(letter);
    boolean raised = hasLetter && take('^');
    String power = raised ? digits() : hasLetter ? "1" : "0";
    if ((digits.isEmpty() && !hasLetter) || power.isEmpty()) return Optional.empty();
    if (digits.length() > MAX_DIGITS || power.length() > MAX_POWER_DIGITS) return Optional.empty();
    BigInteger size = digits.isEmpty() ? ONE : new BigInteger(digits);
    return Optional.of(new Monomial(Integer.parseInt(power), negative ? size.negate() : size));
  }

  private String digits() {
    int start = at;
    while (!isAtEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return text.substring(start, at);
  }
}
