package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Add, subtract and multiply decimal numbers, exactly. */
public final class DecimalArithmetic implements TaskFamily {
  private static final Control PLACES =
      Control.of("decimal_places", "digits after the point of each number", 1, 2, 3, 4, 5, 6, 7, 8);
  private static final Control TERMS =
      Control.of("num_terms", "numbers in the expression", 2, 3, 4, 5, 6, 7, 8, 9, 10);

  @Override
  public String name() {
    return "decimal_arithmetic";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Add, subtract and multiply decimal numbers, exactly.";
  }

  @Override
  public List<Control> controls() {
    return List.of(PLACES, TERMS);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Expression expression = new Expression(levels.value(PLACES), random);
    for (int i = 1; i < levels.value(TERMS); i++) expression.extend();
    String value = expression.value().stripTrailingZeros().toPlainString();
    String text = expression.text.toString();
    return new Task(
        "Calculate "
            + text
            + ". Give only the exact decimal number, without rounding, as your answer.",
        value,
        Checks.number(Rational.of(expression.value())),
        "computed exactly",
        expression.effort,
        Optional.of(new Reduction(text)));
  }

  /** Grows term by term; no more than two factors stand in a row. */
  private static final class Expression {
    private final int places;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal last;
    private boolean isProduct;
    private long effort;

    Expression(int places, RandomGenerator random) {
      this.places = places;
      this.random = random;
      last = number();
      text.append(last.toPlainString());
    }

    void extend() {
      BigDecimal number = number();
      char sign = "+-*".charAt(random.nextInt(isProduct ? 2 : 3));
      text.append(' ').append(sign).append(' ').append(number.toPlainString());
      isProduct = sign == '*';
      effort += isProduct ? (places + 1L) * (places + 3L) : places + 1L;
      if (!isProduct) sum = value();
      last = isProduct ? last.multiply(number) : sign == '-' ? number.negate() : number;
    }

    BigDecimal value() {
      return sum.add(last);
    }

    /** Below ten, its last digit not zero. */
    private BigDecimal number() {
      long tenths = random.nextLong(Math.powExact(10L, places));
      return BigDecimal.valueOf(tenths * 10 + 1 + random.nextInt(9), places);
    }
  }
}
