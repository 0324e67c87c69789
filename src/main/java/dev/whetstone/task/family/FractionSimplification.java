package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Fraction given = new Fraction(lowest.top * factor, lowest.bottom * factor);
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
    Rational value = Rational.of(lowest.top, lowest.bottom);
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

  /** Above zero; simplified by one common prime factor after the other. */
  private record Fraction(long top, long bottom) implements Worked {
    @Override
    public String toString() {
      return top + "/" + bottom;
    }

    String latex() {
      return "\\frac{" + top + "}{" + bottom + "}";
    }

    long shared() {
      long a = top;
      long b = bottom;
      while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
      }
      return a;
    }

    /** The digits that Euclid's algorithm writes, and those of the two divisions after it. */
    long effort() {
      long effort = 0;
      long b = bottom;
      for (long a = top, rest; b != 0; a = b, b = rest) {
        rest = a % b;
        effort += Long.toString(a).length();
      }
      return effort + Long.toString(top).length() + Long.toString(bottom).length();
    }

    /** The least prime factor of both terms, or 1. */
    private long prime() {
      long shared = shared();
      for (long p = 2; p * p <= shared; p++) if (shared % p == 0) return p;
      return shared;
    }

    @Override
    public Draft write(Slip slip) {
      List<String> steps = new ArrayList<>();
      Fraction now = this;
      while (now.shared() > 1 && !slip.hits(steps.size(), Flaw.SKIPPED_CASE))
        now = now.divided(slip, steps);
      int step = steps.size();
      String stated = new Fraction(now.top(slip, step, Flaw.WRONG_OPERAND), now.bottom).toString();
      if (slip.hits(step, Flaw.WRONG_RULE)) stated = now.bottom + "/" + now.top;
      steps.add("No number above 1 divides both terms of " + now + ", so the answer is " + stated);
      return new Draft(steps, stated);
    }

    private Fraction divided(Slip slip, List<String> steps) {
      int step = steps.size();
      long prime = prime();
      boolean topOnly = slip.hits(step, Flaw.WRONG_RULE);
      long under = slip.hits(step, Flaw.WRONG_OPERAND) ? awry(slip, prime) : bottom;
      long over = new Fraction(top / prime, 1).top(slip, step, Flaw.WRONG_ARITHMETIC);
      Fraction next = new Fraction(over, topOnly ? bottom : under / prime);
      String divide = "Divide " + top + (topOnly ? "" : " and " + under) + " by " + prime;
      steps.add(divide + ": " + this + " = " + next);
      return next;
    }

    private long awry(Slip slip, long prime) {
      boolean less = bottom > 2 * prime && slip.random().nextBoolean();
      return less ? bottom - prime : bottom + prime;
    }

    /** A wrong numerator stays above zero. */
    private long top(Slip slip, int step, Flaw flaw) {
      long value = slip.value(step, flaw, top);
      return value < 1 ? 2 * top - value : value;
    }

    @Override
    public Set<Flaw> flaws(int step) {
      int divisions = 0;
      for (Fraction left = this; left.shared() > 1; divisions++)
        left = new Fraction(left.top / left.prime(), left.bottom / left.prime());
      return step < divisions
          ? EnumSet.complementOf(EnumSet.of(Flaw.RIGHT_AFTER_WRONG))
          : EnumSet.of(Flaw.WRONG_OPERAND, Flaw.WRONG_RULE);
    }
  }
}
