package dev.whetstone.model.wide.note.polynomial;

import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * The first equation of a step between a sum of products and a polynomial.
 *
 * @param heading the polynomial that stands before it, if one does
 * @param products of each, the factors
 */
record Line(Optional<Polynomial> heading, List<List<Polynomial>> products, Polynomial result) {
  static Optional<Line> in(Template step, char letter) {
    List<Run> runs = step.runs();
    for (int i = 0; i + 1 < runs.size(); i++) {
      if (runs.get(i + 1).before() != '=' || !runs.get(i).text().startsWith("(")) continue;
      String heading = i == 0 ? "" : runs.get(i - 1).text();
      String right = runs.get(i + 1).text();
      return PolynomialReader.products(runs.get(i).text(), letter)
          .flatMap(
              left ->
                  PolynomialReader.polynomial(right, letter)
                      .map(
                          result ->
                              new Line(
                                  PolynomialReader.polynomial(heading, letter), left, result)));
    }
    return Optional.empty();
  }

  /** Whether it collects products of two terms. */
  boolean isOfTerms() {
    return products.stream().allMatch(p -> p.size() == 2 && isTerm(p.get(0)) && isTerm(p.get(1)));
  }

  private static boolean isTerm(Polynomial factor) {
    return factor.size() == 1;
  }

  /** Whether it states one product of two polynomials. */
  boolean isOfPolynomials() {
    return products.size() == 1 && products.getFirst().size() == 2 && !isOfTerms();
  }

  /** Whether both sides are the same; of products of two factors alone. */
  boolean holds() {
    Polynomial sum = Polynomial.NOTHING;
    for (List<Polynomial> product : products) sum = sum.plus(product.get(0).times(product.get(1)));
    return sum.equals(result);
  }
}
