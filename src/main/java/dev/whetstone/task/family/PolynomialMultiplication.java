package dev.whetstone.task.family;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multiply polynomials in x and collect like terms. */
public final class PolynomialMultiplication implements TaskFamily {
  private static final Control TERMS =
      Control.of("terms", "terms of each polynomial", 2, 3, 4, 5, 6, 8);
  private static final Control VALUE =
      Control.of(
          "value", "largest coefficient", 10, 100, 1_000, 10_000, 100_000, 1_000_000, 100_000_000);
  private static final Control DEGREE =
      Control.of(
          "degree", "degree of each polynomial, more where its terms ask it", 1, 2, 3, 4, 6, 8, 10);
  private static final Control POLYNOMIALS =
      Control.of("polynomials", "polynomials multiplied", 2, 3, 4, 5);

  private static final int MAX_LINE = 16_000;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|no|nor|neither|wrong)\\b");
  private static final Pattern GROUPING = Pattern.compile("(?<=\\d)(?:,|\\{,})(?=\\d{3}(?!\\d))");
  private static final Pattern TERM =
      Pattern.compile(
          "([-+]{0,2}+)(?:(\\d{1,400}+)(?:\\*(?=x))?+)?+"
              + "(x(?:\\^?+(?:(\\d{1,4}+)|\\{(\\d{1,4}+)}|\\((\\d{1,4}+)\\)))?+)?+");

  @Override
  public String name() {
    return "polynomial_multiplication";
  }

  @Override
  public Category category() {
    return Category.ALGEBRA;
  }

  @Override
  public String summary() {
    return "Multiply polynomials in x and collect like terms.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, VALUE, DEGREE, POLYNOMIALS);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    List<Polynomial> factors = new ArrayList<>();
    for (int i = 0; i < levels.value(POLYNOMIALS); i++) factors.add(factor(levels, random));
    StringBuilder asked = new StringBuilder();
    for (Polynomial factor : factors) asked.append('(').append(factor).append(')');
    Polynomial product = factors.getFirst();
    for (Polynomial factor : factors.subList(1, factors.size())) product = product.times(factor);
    return new Task(
        "Expand "
            + asked
            + ". Collect like terms and give only the resulting polynomial as your answer, in a"
            + " form like 3x^2 - 5x + 1.",
        product.toString(),
        Checks.reading(PolynomialMultiplication::read, product::isWrittenAs),
        "multiplied exactly",
        effort(levels, factors),
        Optional.of(new Expansion(factors)));
  }

  /** Distinct powers, the highest among them; every coefficient from 1 to the largest, signed. */
  private static Polynomial factor(Levels levels, RandomGenerator random) {
    int terms = levels.value(TERMS);
    int degree = Math.max(levels.value(DEGREE), terms - 1);
    List<BigInteger> coefficients = new ArrayList<>(Collections.nCopies(degree + 1, ZERO));
    coefficients.set(degree, coefficient(levels, random));
    int wanted = terms - 1;
    for (int power = 0; power < degree; power++)
      if (random.nextInt(degree - power) < wanted) {
        coefficients.set(power, coefficient(levels, random));
        wanted--;
      }
    return new Polynomial(coefficients);
  }

  private static BigInteger coefficient(Levels levels, RandomGenerator random) {
    long size = 1L + random.nextInt(levels.value(VALUE));
    return BigInteger.valueOf(random.nextBoolean() ? size : -size);
  }

  /** Products of terms, each as long as its coefficients, and powers to collect them under. */
  private static long effort(Levels levels, List<Polynomial> factors) {
    long digits = Integer.toString(levels.value(VALUE)).length();
    long terms = levels.value(TERMS);
    long powers = factors.getFirst().coefficients.size();
    long running = terms;
    long steps = 0;
    for (Polynomial factor : factors.subList(1, factors.size())) {
      powers += factor.coefficients.size() - 1;
      steps += running * terms * digits + powers;
      running = Math.min(powers, running * terms);
    }
    return steps;
  }

  private record Monomial(BigInteger coefficient, int power) {
    @Override
    public String toString() {
      if (power == 0 || coefficient.signum() == 0) return coefficient.toString();
      String size = coefficient.abs().equals(ONE) ? "" : coefficient.abs().toString();
      return (coefficient.signum() < 0 ? "-" : "") + size + x(power);
    }

    static String x(int power) {
      return power == 1 ? "x" : "x^" + power;
    }
  }

  private record Polynomial(List<BigInteger> coefficients) {
    Polynomial times(Polynomial other) {
      List<BigInteger> product =
          new ArrayList<>(
              Collections.nCopies(coefficients.size() + other.coefficients.size() - 1, ZERO));
      for (int i = 0; i < coefficients.size(); i++) {
        BigInteger left = coefficients.get(i);
        for (int j = 0; left.signum() != 0 && j < other.coefficients.size(); j++)
          product.set(i + j, product.get(i + j).add(left.multiply(other.coefficients.get(j))));
      }
      return new Polynomial(product);
    }

    /** Each power once: the question asks for like terms to be collected. */
    boolean isWrittenAs(List<Monomial> written) {
      BigInteger[] left = coefficients.toArray(new BigInteger[0]);
      Set<Integer> seen = new HashSet<>();
      for (Monomial term : written) {
        if (!seen.add(term.power)) return false;
        if (term.power >= left.length && term.coefficient.signum() != 0) return false;
        if (term.power < left.length)
          left[term.power] = left[term.power].subtract(term.coefficient);
      }
      for (BigInteger rest : left) if (rest.signum() != 0) return false;
      return true;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (int power = coefficients.size() - 1; power >= 0; power--) {
        BigInteger coefficient = coefficients.get(power);
        if (coefficient.signum() == 0) continue;
        boolean first = text.isEmpty();
        if (!first) text.append(coefficient.signum() < 0 ? " - " : " + ");
        text.append(new Monomial(first ? coefficient : coefficient.abs(), power));
      }
      return text.isEmpty() ? "0" : text.toString();
    }
  }

  /** The monomials of a sum; nothing where it is anything else, a product in brackets too. */
  private static Optional<List<Monomial>> read(Answer answer) {
    if (DENIAL.matcher(answer.line().toLowerCase(Locale.ROOT)).find()) return Optional.empty();
    String text = plain(answer.tail());
    if (text.isEmpty() || text.length() > MAX_LINE) return Optional.empty();
    List<Monomial> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    for (int at = 0; at < text.length(); at = matcher.end()) {
      if (!matcher.region(at, text.length()).lookingAt()) return Optional.empty();
      boolean signed = !matcher.group(1).isEmpty();
      if (matcher.group(2) == null && matcher.group(3) == null) return Optional.empty();
      if (at > 0 && !signed) return Optional.empty();
      terms.add(monomial(matcher));
    }
    return Optional.of(terms);
  }

  private static Monomial monomial(Matcher m) {
    BigInteger size = m.group(2) == null ? ONE : new BigInteger(m.group(2));
    boolean negative = m.group(1).equals("-") || m.group(1).equals("+-") || m.group(1).equals("-+");
    int power = m.group(3) == null ? 0 : 1;
    for (int group = 4; group <= 6; group++)
      if (m.group(group) != null) power = Integer.parseInt(m.group(group));
    return new Monomial(negative ? size.negate() : size, power);
  }

  /** Without spaces and grouping; the shared reader has made x2 of x**2, so that is x^2. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    String ungrouped = GROUPING.matcher(text).replaceAll("");
    for (int i = 0; i < ungrouped.length(); i++) {
      char c = ungrouped.charAt(i);
      int raised = SUPERSCRIPTS.indexOf(c);
      if (raised >= 0) plain.append(raised);
      else if (c == '·' || c == '⋅' || c == '×') plain.append('*');
      else if (!Character.isWhitespace(c)) plain.append(c);
    }
    return plain.toString();
  }

  private record Expansion(List<Polynomial> factors) implements Worked {
    @Override
    public Draft write(Slip slip) {
      Writing writing = new Writing(slip, factors.getFirst());
      factors.subList(1, factors.size()).forEach(writing::multiply);
      return new Draft(writing.steps, writing.product.toString());
    }

    @Override
    public Set<Flaw> flaws(int step) {
      Writing writing = new Writing(Slip.none(), factors.getFirst());
      factors.subList(1, factors.size()).forEach(writing::multiply);
      return writing.flaws.get(step);
    }
  }

  /** One step for each power of each product, then one that states the product. */
  private static final class Writing {
    private final Slip slip;
    private final List<String> steps = new ArrayList<>();
    private final List<Set<Flaw>> flaws = new ArrayList<>();
    private Polynomial product;

    Writing(Slip slip, Polynomial first) {
      this.slip = slip;
      this.product = first;
    }

    void multiply(Polynomial factor) {
      List<BigInteger> next = new ArrayList<>();
      int top = product.coefficients.size() + factor.coefficients.size() - 2;
      for (int power = top; power >= 0; power--) next.add(collect(factor, power));
      Collections.reverse(next);
      state(factor, next);
    }

    private BigInteger collect(Polynomial factor, int power) {
      List<Pair> pairs = pairs(factor, power);
      if (pairs.isEmpty()) return ZERO;
      int step = steps.size();
      flaws.add(flaws(pairs));
      if (slip.hits(step, Flaw.SKIPPED_CASE)) pairs.remove(slip.random().nextInt(pairs.size()));
      if (slip.hits(step, Flaw.WRONG_OPERAND)) pairs.set(0, pairs.getFirst().miscopied(slip));
      BigInteger sum = slip.hits(step, Flaw.WRONG_RULE) ? added(pairs) : multiplied(pairs);
      if (slip.hits(step, Flaw.WRONG_ARITHMETIC)) sum = near(slip, sum);
      steps.add(line(pairs, new Monomial(sum, power)));
      return sum;
    }

    private static String line(List<Pair> pairs, Monomial sum) {
      StringBuilder text = new StringBuilder();
      for (Pair pair : pairs) text.append(text.isEmpty() ? "" : " + ").append(pair);
      String name =
          sum.power == 0 ? "Constant terms: " : "Terms in " + Monomial.x(sum.power) + ": ";
      return name + text + " = " + sum;
    }

    private static Set<Flaw> flaws(List<Pair> pairs) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
      if (pairs.size() > 1) flaws.add(Flaw.SKIPPED_CASE);
      if (!added(pairs).equals(multiplied(pairs))) flaws.add(Flaw.WRONG_RULE);
      return flaws;
    }

    private void state(Polynomial factor, List<BigInteger> next) {
      int step = steps.size();
      flaws.add(EnumSet.of(Flaw.WRONG_OPERAND, Flaw.SKIPPED_CASE));
      if (slip.hits(step, Flaw.WRONG_OPERAND) || slip.hits(step, Flaw.SKIPPED_CASE)) {
        int power = anyPower(next);
        boolean lost = slip.hits(step, Flaw.SKIPPED_CASE);
        next.set(power, lost ? ZERO : near(slip, next.get(power)));
      }
      Polynomial result = new Polynomial(next);
      steps.add("So (" + product + ")(" + factor + ") = " + result);
      product = result;
    }

    private int anyPower(List<BigInteger> coefficients) {
      int power = slip.random().nextInt(coefficients.size());
      while (coefficients.get(power).signum() == 0) power = (power + 1) % coefficients.size();
      return power;
    }

    private List<Pair> pairs(Polynomial factor, int power) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = Math.min(power, product.coefficients.size() - 1); i >= 0; i--) {
        if (power - i >= factor.coefficients.size()) break;
        BigInteger left = product.coefficients.get(i);
        BigInteger right = factor.coefficients.get(power - i);
        if (left.signum() != 0 && right.signum() != 0)
          pairs.add(new Pair(new Monomial(left, i), new Monomial(right, power - i)));
      }
      return pairs;
    }
  }

  private record Pair(Monomial left, Monomial right) {
    Pair miscopied(Slip slip) {
      return new Pair(left, new Monomial(near(slip, right.coefficient), right.power));
    }

    @Override
    public String toString() {
      return "(" + left + ")(" + right + ")";
    }
  }

  private static BigInteger multiplied(List<Pair> pairs) {
    BigInteger sum = ZERO;
    for (Pair pair : pairs) sum = sum.add(pair.left.coefficient.multiply(pair.right.coefficient));
    return sum;
  }

  /** The careless rule: coefficients added where they should be multiplied. */
  private static BigInteger added(List<Pair> pairs) {
    BigInteger sum = ZERO;
    for (Pair pair : pairs) sum = sum.add(pair.left.coefficient).add(pair.right.coefficient);
    return sum;
  }

  private static BigInteger near(Slip slip, BigInteger right) {
    long end = right.remainder(BigInteger.valueOf(1_000)).longValue();
    return right.add(BigInteger.valueOf(slip.near(end) - end));
  }
}
