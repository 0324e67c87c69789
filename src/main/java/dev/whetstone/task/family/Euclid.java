package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The greatest common divisor of several numbers, by division with remainder. */
record Euclid(List<Long> numbers) implements Worked {
  /** One division of Euclid's algorithm; the first that a further number needs, or a later one. */
  private record Division(long dividend, long divisor, boolean first) {
    long effort() {
      return 1 + Digits.of(dividend);
    }
  }

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

  long effort() {
    return divisions().stream().mapToLong(Division::effort).sum();
  }

  private List<Division> divisions() {
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
    found = near(slip, steps.size(), Flaw.WRONG_OPERAND, found);
    steps.add("The greatest common divisor of " + this + " is " + found);
    return new Draft(steps, Long.toString(found));
  }

  private static long divide(long a, long b, Slip slip, List<String> steps) {
    while (true) {
      int step = steps.size();
      long dividend = near(slip, step, Flaw.WRONG_OPERAND, a);
      long quotient = dividend / b;
      long rest = near(slip, step, Flaw.WRONG_ARITHMETIC, dividend % b);
      long next = slip.hits(step, Flaw.WRONG_RULE) ? quotient : rest;
      String same = next == 0 ? Long.toString(b) : "gcd(" + b + ", " + next + ")";
      String division = dividend + " = " + quotient + " * " + b + " + " + rest;
      steps.add(division + ", so gcd(" + a + ", " + b + ") = " + same);
      if (next == 0) return b;
      a = b;
      b = next;
    }
  }

  /** No divisor or remainder is negative, not even a wrong one. */
  private static long near(Slip slip, int step, Flaw flaw, long right) {
    return Near.atLeast(0, slip, step, flaw, right);
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
