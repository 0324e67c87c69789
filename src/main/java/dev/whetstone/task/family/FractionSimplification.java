package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bring a fraction to its lowest terms. */
public final class FractionSimplification implements TaskFamily {
  private static final Control VALUE =
      Control.of(
          "value",
          "the most that a term of the simplified fraction can be",
          20,
          50,
          100,
          300,
          1_000,
          3_000,
          10_000);
  private static final Control FACTOR =
      Control.of(
          "factor", "the most by which both terms were multiplied", 10, 30, 100, 300, 1_000, 3_000);

  private static final Pattern FRACTION =
      Pattern.compile(
          "(?<![\\d.,/-])(\\d[\\d,]{0,99}+) ?/ ?(\\d[\\d,]{0,99}+)(?![.]?\\d)"
              + "|\\\\frac ?\\{ ?(\\d[\\d,]{0,99}+) ?\\} ?\\{ ?(\\d[\\d,]{0,99}+) ?\\}");

  @Override
  public String name() {
    return "fraction_simplification";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Bring a fraction to its lowest terms.";
  }

  @Override
  public List<Control> controls() {
    return List.of(VALUE, FACTOR);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Fraction lowest = lowest(levels.value(VALUE), random);
    long factor = random.nextLong(2, levels.value(FACTOR) + 1L);
    Fraction given = new Fraction(lowest.top() * factor, lowest.bottom() * factor);
    return new Task(
        "Simplify the fraction "
            + (random.nextBoolean() ? given : given.latex())
            + " to its lowest terms. Give only the simplified fraction, written as"
            + " numerator/denominator, as your answer.",
        lowest.toString(),
        check(lowest),
        "both terms were multiplied by " + factor + "; Euclid's algorithm finds no more",
        given.effort(),
        Optional.of(given));
  }

  private static Fraction lowest(int most, RandomGenerator random) {
    while (true) {
      Fraction fraction = new Fraction(1 + random.nextInt(most), 2 + random.nextInt(most - 1));
      if (fraction.shared() == 1) return fraction;
    }
  }

  /** Equal is not enough: the terms as written must be the lowest. */
  private static Check check(Fraction lowest) {
    Rational value = Rational.of(lowest.top(), lowest.bottom());
    return Checks.reading(
        answer -> answer.number().map(number -> number.equals(value) && states(answer, lowest)),
        Boolean::booleanValue);
  }

  private static boolean states(Answer answer, Fraction lowest) {
    Matcher matcher = FRACTION.matcher(answer.line().replace("{,}", ","));
    String stated = "";
    while (matcher.find())
      stated =
          matcher.group(1) == null
              ? matcher.group(3) + "/" + matcher.group(4)
              : matcher.group(1) + "/" + matcher.group(2);
    return stated.replace(",", "").equals(lowest.toString());
  }
}
