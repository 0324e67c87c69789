package dev.whetstone.task.family;

import static java.math.BigInteger.ZERO;
import static java.util.stream.Collectors.joining;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

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
    Polynomial product = factors.stream().reduce(Polynomial::times).orElseThrow();
    return new Task(
        "Expand "
            + factors.stream().map(factor -> "(" + factor + ")").collect(joining())
            + ". Collect like terms and give only the resulting polynomial as your answer, in a"
            + " form like 3x^2 - 5x + 1.",
        product.toString(),
        Checks.reading(PolynomialReading::terms, product::isSumOf),
        "multiplied exactly",
        effort(levels, factors),
        Optional.of(new PolynomialExpansion(factors)));
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
    long digits = Digits.of(levels.value(VALUE));
    long terms = levels.value(TERMS);
    long powers = factors.getFirst().degree() + 1L;
    long running = terms;
    long steps = 0;
    for (Polynomial factor : factors.subList(1, factors.size())) {
      powers += factor.degree();
      steps += running * terms * digits + powers;
      running = Math.min(powers, running * terms);
    }
    return steps;
  }
}
