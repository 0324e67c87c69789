package dev.whetstone.model.wide.note.polynomial;

import static java.math.BigInteger.ONE;

import dev.whetstone.model.wide.note.polynomial.Polynomial.Monomial;
import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product of polynomials that is multiplied out factor by factor.
 *
 * @param factors of the problem
 * @param next how many of them are in the product so far
 * @param product of these, as it was stated
 * @param collected the terms of its product with the next factor, as steps have collected them
 */
public record Expansion(
    char letter, List<Polynomial> factors, int next, Polynomial product, Polynomial collected) {
  private static final int MAX_COLLECTED = 512;

  public Expansion {
    if (next < 1 || next > factors.size())
      throw new IllegalArgumentException(next + " of " + factors.size());
  }

  /** Of the first product that the problem has. */
  public static Optional<Expansion> of(Template problem) {
    return problem.runs().stream()
        .filter(run -> run.text().startsWith("(") && run.text().contains(")("))
        .flatMap(run -> of(run).stream())
        .findFirst();
  }

  private static Optional<Expansion> of(Run run) {
    int letter = run.text().chars().filter(Character::isLetter).findFirst().orElse('x');
    return PolynomialReader.products(run.text(), (char) letter)
        .filter(sum -> sum.size() == 1 && sum.getFirst().size() > 1)
        .map(List::getFirst)
        .map(all -> new Expansion((char) letter, all, 1, all.getFirst(), Polynomial.NOTHING));
  }

  /** With one more step. */
  public Expansion then(Template step) {
    return Line.in(step, letter).map(this::then).orElse(this);
  }

  private Expansion then(Line line) {
    if (line.isOfTerms() && collected.size() < MAX_COLLECTED)
      return new Expansion(letter, factors, next, product, collected.plus(line.result()));
    int more = Math.min(next + 1, factors.size());
    return line.isOfPolynomials()
        ? new Expansion(letter, factors, more, line.result(), Polynomial.NOTHING)
        : this;
  }

  /** Of a step that collects terms of one power. */
  public Optional<LikeTerms> likeTerms(Template step) {
    return Line.in(step, letter).filter(Line::isOfTerms).map(this::likeTerms);
  }

  private LikeTerms likeTerms(Line line) {
    List<Set<Monomial>> listed = line.products().stream().map(Expansion::pair).toList();
    int power = line.products().getFirst().stream().mapToInt(Expansion::power).sum();
    List<Set<Monomial>> due = due(power);
    Polynomial heading = Polynomial.sum(List.of(new Monomial(power, ONE)));
    return new LikeTerms(
        minus(due, listed).size(),
        minus(listed, due).size(),
        line.holds(),
        line.heading().filter(heading::equals).isPresent());
  }

  private static int power(Polynomial term) {
    return term.coefficients().firstKey();
  }

  /** The two terms, in either order. */
  private static Set<Monomial> pair(List<Polynomial> product) {
    Set<Monomial> pair = new HashSet<>(product.get(0).terms());
    pair.addAll(product.get(1).terms());
    return pair;
  }

  /** The pairs of terms that make a power. */
  private List<Set<Monomial>> due(int power) {
    List<Set<Monomial>> due = new ArrayList<>();
    if (next == factors.size()) return due;
    for (Monomial left : product.terms())
      for (Monomial right : factors.get(next).terms())
        if (left.power() + right.power() == power) due.add(new HashSet<>(List.of(left, right)));
    return due;
  }

  private static <T> List<T> minus(List<T> all, List<T> part) {
    List<T> rest = new ArrayList<>(all);
    part.forEach(rest::remove);
    return rest;
  }

  /** Of a step that states a product. */
  public Optional<Stated> stated(Template step) {
    return Line.in(step, letter).filter(Line::isOfPolynomials).map(this::stated);
  }

  private Stated stated(Line line) {
    List<Monomial> terms = line.result().terms();
    List<Polynomial> stated = line.products().getFirst();
    return new Stated(
        minus(collected.terms(), terms).size(),
        minus(terms, collected.terms()).size(),
        line.holds(),
        next < factors.size() && stated.equals(List.of(product, factors.get(next))));
  }
}
