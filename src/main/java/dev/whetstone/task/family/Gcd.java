package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
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

/** Find the greatest common divisor of several numbers. */
public final class Gcd implements TaskFamily {
  private static final Control TERMS = Control.of("num_terms", "numbers given", 2, 3, 4, 5);
  private static final Control VALUE =
      Control.of(
          "value", "the most that a number can be", 300, 1_000, 3_000, 10_000, 100_000, 1_000_000);

  @Override
  public String name() {
    return "gcd";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Find the greatest common divisor of several numbers.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, VALUE);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    long gcd = 1L + random.nextInt(25 * (1 + levels.level(VALUE)));
    Euclid euclid = new Euclid(numbers(gcd, levels, random));
    return new Task(
        "Find the greatest common divisor of " + euclid + ". Give only the number as your answer.",
        Long.toString(gcd),
        Checks.number(gcd),
        "divides each, and the quotients share no divisor: " + euclid.quotients(gcd),
        euclid.divisions().stream().mapToLong(Division::effort).sum(),
        Optional.of(euclid));
  }

  /** All but one share a further divisor, so that none can be left out unread. */
  private static List<Long> numbers(long gcd, Levels levels, RandomGenerator random) {
    int count = levels.value(TERMS);
    long further = count == 2 ? 1 : 2 + random.nextInt(2);
    int apart = random.nextInt(count);
    List<Long> numbers = new ArrayList<>(count);
    do {
      numbers.clear();
      for (int i = 0; i < count; i++) {
        long unit = i == apart ? gcd : gcd * further;
        numbers.add(unit * random.nextLong(2, levels.value(VALUE) / unit + 1));
      }
    } while (Euclid.gcd(numbers) != gcd);
    return List.copyOf(numbers);
  }

  /** One division of Euclid's algorithm; the first that a further number needs, or a later one. */
  private record Division(long dividend, long divisor, boolean first) {
    long effort() {
      return 1L + Long.toString(dividend).length();
    }
  }

  private record Euclid(List<Long> numbers) implements Worked {
    static long gcd(List<Long> numbers) {
      long found = 0;
      for (long number : numbers) found = gcd(number, found);
      return found;
    }

    static long gcd(long a, long b) {
      while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
      }
      return a;
    }

    List<Long> quotients(long gcd) {
      return numbers.stream().map(number -> number / gcd).toList();
    }

    List<Division> divisions() {
      List<Division> divisions = new ArrayList<>();
      long found = numbers.getFirst();
      for (long number : numbers.subList(1, numbers.size())) {
        boolean first = true;
        for (long a = number, b = found; b != 0; first = false) {
          divisions.add(new Division(a, b, first));
          long rest = a % b;
          found = b;
          a = b;
          b = rest;
        }
      }
      return divisions;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < numbers.size(); i++)
        text.append(i == 0 ? "" : i + 1 == numbers.size() ? " and " : ", ").append(numbers.get(i));
      return text.toString();
    }

    @Override
    public Draft write(Slip slip) {
      List<String> steps = new ArrayList<>();
      long found = numbers.getFirst();
      for (long number : numbers.subList(1, numbers.size())) {
        if (slip.hits(steps.size(), Flaw.SKIPPED_CASE)) break;
        found = divide(number, found, slip, steps);
      }
      found = value(slip, steps.size(), Flaw.WRONG_OPERAND, found);
      steps.add("The greatest common divisor of " + this + " is " + found);
      return new Draft(steps, Long.toString(found));
    }

    private static long divide(long a, long b, Slip slip, List<String> steps) {
      while (true) {
        int step = steps.size();
        long dividend = value(slip, step, Flaw.WRONG_OPERAND, a);
        long quotient = dividend / b;
        long rest = value(slip, step, Flaw.WRONG_ARITHMETIC, dividend % b);
        long next = slip.hits(step, Flaw.WRONG_RULE) ? quotient : rest;
        String same = next == 0 ? Long.toString(b) : "gcd(" + b + ", " + next + ")";
        String division = dividend + " = " + quotient + " * " + b + " + " + rest;
        steps.add(division + ", so gcd(" + a + ", " + b + ") = " + same);
        if (next == 0) return b;
        a = b;
        b = next;
      }
    }

    /** A wrong value is not negative, as no divisor or remainder is. */
    private static long value(Slip slip, int step, Flaw flaw, long right) {
      long value = slip.value(step, flaw, right);
      return value < 0 ? 2 * right - value : value;
    }

    @Override
    public Set<Flaw> flaws(int step) {
      List<Division> divisions = divisions();
      if (step >= divisions.size()) return EnumSet.of(Flaw.WRONG_OPERAND);
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
      long a = divisions.get(step).dividend;
      long b = divisions.get(step).divisor;
      if (gcd(b, a / b) != gcd(a, b)) flaws.add(Flaw.WRONG_RULE);
      if (step > 0 && divisions.get(step).first && b != gcd(numbers)) flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }
  }
}
