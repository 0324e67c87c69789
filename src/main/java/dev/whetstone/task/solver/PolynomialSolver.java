package dev.whetstone.task.solver;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multiplies the factors' values at one large number, from which the product can be told. */
final class PolynomialSolver implements Solver {
  private static final String SUM = "[-+x^\\d ]{1,500}";
  private static final Pattern QUESTION =
      Pattern.compile(
          "Expand ((?:\\("
              + SUM
              + "\\)){2,8})\\. Collect like terms and give only the resulting"
              + " polynomial as your answer, in a form like 3x\\^2 - 5x \\+ 1\\.");
  private static final Pattern FACTOR = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern TERM = Pattern.compile("([-+]?)(\\d*+)(x?)(?:\\^(\\d{1,3}))?");
  private static final Pattern FACTORS = terms(30, 2);
  private static final Pattern PRODUCT = terms(300, 3);

  /** So large that the coefficients of eight such factors do not meet when written in this base. */
  private static final int BITS = 1_024;

  @Override
  public String way() {
    return "the factors' values at 2^1024 multiplied, where the family multiplies term by term";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    BigInteger product = BigInteger.ONE;
    for (String factor : factors(asked.group(1))) {
      Optional<BigInteger> value = at(factor, FACTORS, effort);
      if (value.isEmpty()) return Optional.empty();
      product = product.multiply(value.get());
    }
    BigInteger truth = product;
    return Optional.of(
        Solved.witness(answer -> at(answer, PRODUCT, new Effort()).equals(Optional.of(truth))));
  }

  private static List<String> factors(String product) {
    return FACTOR.matcher(product).results().map(m -> m.group(1)).toList();
  }

  /** The sum's value at 2^BITS; empty where it is no sum of powers. */
  private static Optional<BigInteger> at(String sum, Pattern terms, Effort effort) {
    String plain = sum.replace(" ", "");
    if (!terms.matcher(plain).matches()) return Optional.empty();
    return Optional.of(
        TERM.matcher(plain)
            .results()
            .filter(m -> !m.group().isEmpty())
            .map(term -> term(term, effort))
            .reduce(BigInteger.ZERO, BigInteger::add));
  }

  private static Pattern terms(int digits, int power) {
    String term = "(?:\\d{1,%d}x?|x)(?:\\^\\d{1,%d})?".formatted(digits, power);
    return Pattern.compile("-?" + term + "(?:[-+]" + term + "){0,500}");
  }

  private static BigInteger term(MatchResult term, Effort effort) {
    BigInteger size = term.group(2).isEmpty() ? BigInteger.ONE : new BigInteger(term.group(2));
    int power =
        term.group(3).isEmpty() ? 0 : term.group(4) == null ? 1 : Integer.parseInt(term.group(4));
    effort.take(1 + BITS / Long.SIZE * power);
    BigInteger value = size.shiftLeft(BITS * power);
    return term.group(1).equals("-") ? value.negate() : value;
  }
}
