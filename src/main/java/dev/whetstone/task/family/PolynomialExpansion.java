package dev.whetstone.task.family;

import static java.math.BigInteger.ZERO;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A product of polynomials multiplied out, factor by factor. */
record PolynomialExpansion(List<Polynomial> factors) implements Worked {
  @Override
  public Draft write(Slip slip) {
    Writing writing = new Writing(factors, slip);
    return new Draft(writing.steps, writing.product.toString());
  }

  @Override
  public Set<Flaw> flaws(int step) {
    return new Writing(factors, Slip.none()).flaws.get(step);
  }

  /** One step for each power of each product, then one that states the product. */
  private static final class Writing {
    private final Slip slip;
    private final List<String> steps = new ArrayList<>();
    private final List<Set<Flaw>> flaws = new ArrayList<>();
    private Polynomial product;

    Writing(List<Polynomial> factors, Slip slip) {
      this.slip = slip;
      product = factors.getFirst();
      for (Polynomial factor : factors.subList(1, factors.size())) multiply(factor);
    }

    private void multiply(Polynomial factor) {
      List<BigInteger> next = new ArrayList<>();
      for (int power = product.degree() + factor.degree(); power >= 0; power--)
        next.add(collect(factor, power));
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
      if (slip.hits(step, Flaw.WRONG_ARITHMETIC)) sum = Near.value(slip, sum);
      steps.add(line(pairs, new Monomial(sum, power)));
      return sum;
    }

    /** The terms that make this power. */
    private List<Pair> pairs(Polynomial factor, int power) {
      List<Pair> pairs = new ArrayList<>();
      int least = Math.max(0, power - factor.degree());
      for (int i = Math.min(power, product.degree()); i >= least; i--) {
        Pair pair = new Pair(product.term(i), factor.term(power - i));
        if (!pair.left.isZero() && !pair.right.isZero()) pairs.add(pair);
      }
      return pairs;
    }

    private static Set<Flaw> flaws(List<Pair> pairs) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
      if (pairs.size() > 1) flaws.add(Flaw.SKIPPED_CASE);
      if (!added(pairs).equals(multiplied(pairs))) flaws.add(Flaw.WRONG_RULE);
      return flaws;
    }

    private static String line(List<Pair> pairs, Monomial sum) {
      StringBuilder text = new StringBuilder();
      for (Pair pair : pairs) text.append(text.isEmpty() ? "" : " + ").append(pair);
      String name =
          sum.power() == 0 ? "Constant terms: " : "Terms in " + Monomial.x(sum.power()) + ": ";
      return name + text + " = " + sum;
    }

    private void state(Polynomial factor, List<BigInteger> next) {
      int step = steps.size();
      flaws.add(EnumSet.of(Flaw.WRONG_OPERAND, Flaw.SKIPPED_CASE));
      boolean lost = slip.hits(step, Flaw.SKIPPED_CASE);
      if (lost || slip.hits(step, Flaw.WRONG_OPERAND)) {
        int power = anyPower(next);
        next.set(power, lost ? ZERO : Near.value(slip, next.get(power)));
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
  }

  /** A term of each polynomial. */
  private record Pair(Monomial left, Monomial right) {
    Pair miscopied(Slip slip) {
      return new Pair(left, new Monomial(Near.value(slip, right.coefficient()), right.power()));
    }

    @Override
    public String toString() {
      return "(" + left + ")(" + right + ")";
    }
  }

  private static BigInteger multiplied(List<Pair> pairs) {
    BigInteger sum = ZERO;
    for (Pair pair : pairs)
      sum = sum.add(pair.left.coefficient().multiply(pair.right.coefficient()));
    return sum;
  }

  /** The careless rule: coefficients added where they should be multiplied. */
  private static BigInteger added(List<Pair> pairs) {
    BigInteger sum = ZERO;
    for (Pair pair : pairs) sum = sum.add(pair.left.coefficient()).add(pair.right.coefficient());
    return sum;
  }
}
