package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Work out an expression by the rules of precedence; every division is exact. */
public final class BasicArithmetic implements TaskFamily {
  private static final Control TERMS =
      Control.of("num_terms", "numbers in the expression", 3, 4, 5, 6, 7, 8);
  private static final Control DIGITS =
      Control.of("num_digits", "digits of each number; a divisor may have fewer", 1, 2, 3, 4);
  private static final Control OPERATORS =
      Control.of("operators", "1: plus and minus; 2: also times; 3: also division", 1, 2, 3);
  private static final Control PARENTHESES =
      Control.of("allow_parentheses", "1 where parts may stand in parentheses", 0, 1);

  @Override
  public String name() {
    return "basic_arithmetic";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Work out an expression by the rules of precedence; every division is exact.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, DIGITS, OPERATORS, PARENTHESES);
  }

  /** Three one-digit numbers have few results. */
  @Override
  public double chance() {
    return 0.06;
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    ArithmeticBuilder builder =
        new ArithmeticBuilder(
            levels.value(DIGITS), levels.value(OPERATORS), levels.value(PARENTHESES) == 1, random);
    ArithmeticPart all = builder.expression(levels.value(TERMS));
    return new Task(
        "Calculate " + all.text() + ". Give only the final number as your answer.",
        Long.toString(all.value()),
        Checks.number(all.value()),
        "built from its parts, each exact and none zero",
        all.effort(),
        Optional.of(new Reduction(all.text())));
  }
}
