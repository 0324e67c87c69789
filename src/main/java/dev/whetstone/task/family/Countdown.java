package dev.whetstone.task.family;

import static java.util.stream.Collectors.joining;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Reach a target with each given number exactly once, by the four operations and brackets. */
public final class Countdown implements TaskFamily {
  private static final Control NUMBERS =
      Control.of("numbers", "numbers given", 3, 4, 5, 6, 7, 8, 9, 10);
  private static final Control TARGET =
      Control.of("target", "largest target", 50, 100, 250, 500, 1_000);
  private static final Control VALUE =
      Control.of("value", "largest number given", 25, 50, 100, 200, 300);

  private static final int MAX_LINE = 1_000;
  private static final int MAX_SIDES = 8;
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|no|nor|neither|wrong)\\b");

  @Override
  public String name() {
    return "countdown";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Reach a target with each given number exactly once.";
  }

  @Override
  public List<Control> controls() {
    return List.of(NUMBERS, TARGET, VALUE);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    CountdownWitness witness = witness(levels, random);
    String expression = witness.expression();
    return new Task(
        question(witness),
        expression,
        Checks.reading(Countdown::read, witness::isReachedBy),
        "witness: " + expression + " = " + witness.target(),
        effort(levels),
        Optional.of(witness));
  }

  private static CountdownWitness witness(Levels levels, RandomGenerator random) {
    Optional<CountdownWitness> found = Optional.empty();
    while (found.isEmpty())
      found =
          CountdownWitness.draw(
              levels.value(NUMBERS), levels.value(VALUE), levels.value(TARGET), random);
    return found.get();
  }

  private static String question(CountdownWitness witness) {
    return "Use each of the numbers "
        + witness.numbers().stream().map(String::valueOf).collect(joining(", "))
        + " exactly once, with +, -, *, / and parentheses, to write an expression equal to "
        + witness.target()
        + ". Give only the expression as your answer.";
  }

  /** Two numbers at a time, larger first, by four operations; each step as long as its numbers. */
  private static long effort(Levels levels) {
    long ways = 1;
    for (long left = levels.value(NUMBERS); left > 1; left--) ways *= left * (left - 1) * 2;
    return ways * (Digits.binary(levels.value(TARGET)) + Digits.binary(levels.value(VALUE)));
  }

  /** The sides of an equation, or one expression, after its lead-in. */
  private static Optional<List<ArithmeticExpression>> read(Answer answer) {
    String line = answer.line().toLowerCase(Locale.ROOT);
    if (line.length() > MAX_LINE || DENIAL.matcher(line).find()) return Optional.empty();
    int is = line.lastIndexOf(" is ");
    String tail = line.substring(Math.max(line.lastIndexOf(':') + 1, is < 0 ? 0 : is + 4));
    String[] written = tail.split("=", MAX_SIDES + 1);
    List<ArithmeticExpression> sides = new ArrayList<>();
    for (String side : written) ArithmeticExpression.read(side).ifPresent(sides::add);
    return sides.size() == written.length ? Optional.of(sides) : Optional.empty();
  }
}
