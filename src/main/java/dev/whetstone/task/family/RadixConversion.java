package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A number brought place by place into base ten, then out of it by repeated division. */
record RadixConversion(long value, int from, int to) implements Worked {
  String given() {
    return Numeral.of(value, from);
  }

  String answer() {
    return Numeral.of(value, to);
  }

  long effort() {
    return (long) given().length() * from + (long) answer().length() * to;
  }

  private int readings() {
    return from == 10 ? 0 : given().length() - 1;
  }

  private int divisions() {
    return to == 10 ? 0 : answer().length();
  }

  @Override
  public Draft write(Slip slip) {
    Writing writing = new Writing(slip);
    long total = from == 10 ? value : writing.readIn();
    String answer = to == 10 ? Long.toString(total) : writing.writeOut(total);
    return new Draft(writing.steps, answer);
  }

  @Override
  public Set<Flaw> flaws(int step) {
    if (step < readings()) return readingFlaws(step);
    int division = step - readings();
    return division < divisions() ? divisionFlaws(division) : gatheringFlaws();
  }

  private Set<Flaw> readingFlaws(int step) {
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE);
    if (step + 1 < readings()) flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }

  private Set<Flaw> divisionFlaws(int division) {
    long rest = value;
    for (int i = 0; i < division; i++) rest /= to;
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC);
    if (rest > 1) flaws.add(Flaw.WRONG_OPERAND);
    if (rest >= Math.min(from, to)) flaws.add(Flaw.WRONG_RULE);
    if (division + 1 < divisions()) flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }

  private Set<Flaw> gatheringFlaws() {
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_OPERAND, Flaw.SKIPPED_CASE);
    String answer = answer();
    if (!new StringBuilder(answer).reverse().toString().equals(answer)) flaws.add(Flaw.WRONG_RULE);
    return flaws;
  }

  private final class Writing {
    private final Slip slip;
    private final List<String> steps = new ArrayList<>();
    private final StringBuilder remainders = new StringBuilder();

    Writing(Slip slip) {
      this.slip = slip;
    }

    long readIn() {
      String given = given();
      long total = Numeral.value(given.charAt(0));
      for (int step = 0; step + 1 < given.length(); step++)
        if (!slip.hits(step, Flaw.SKIPPED_CASE)) total = read(given, total, step);
      return total;
    }

    private long read(String given, long total, int step) {
      int right = Numeral.value(given.charAt(step + 1));
      int digit = slip.hits(step, Flaw.WRONG_OPERAND) ? other(right, from) : right;
      int base = slip.hits(step, Flaw.WRONG_RULE) ? to : from;
      long next = slip.value(step, Flaw.WRONG_ARITHMETIC, total * base + digit);
      steps.add(
          "%s in base %d is %d * %d + %d = %d"
              .formatted(given.substring(0, step + 2), from, total, base, digit, next));
      return next;
    }

    private int other(int digit, int base) {
      return Draws.other(digit, base, slip.random());
    }

    String writeOut(long total) {
      int step = readings();
      long rest = total;
      do rest = divide(rest, step++);
      while (rest > 0);
      return gather(step);
    }

    private long divide(long dividend, int step) {
      long used = slip.value(step, Flaw.WRONG_OPERAND, dividend);
      int base = slip.hits(step, Flaw.WRONG_RULE) ? from : to;
      int remainder = (int) (used % base);
      long quotient = used / base;
      if (slip.hits(step, Flaw.WRONG_ARITHMETIC)) {
        if (quotient > 1) quotient = slip.near(quotient);
        else remainder = other(remainder, to);
      }
      if (slip.hits(step, Flaw.SKIPPED_CASE)) return quotient;
      steps.add(used + " / " + base + " = " + quotient + " remainder " + named(remainder));
      remainders.append(Numeral.digit(remainder));
      return quotient;
    }

    private static String named(int remainder) {
      return remainder < 10 ? "" + remainder : remainder + " (" + Numeral.digit(remainder) + ")";
    }

    private String gather(int step) {
      if (slip.hits(step, Flaw.SKIPPED_CASE)) remainders.deleteCharAt(0);
      if (slip.hits(step, Flaw.WRONG_OPERAND)) {
        int right = Numeral.value(remainders.charAt(0));
        remainders.setCharAt(0, Numeral.digit(other(right, to)));
      }
      if (!slip.hits(step, Flaw.WRONG_RULE)) remainders.reverse();
      steps.add("The remainders from the last to the first are " + remainders);
      return remainders.toString();
    }
  }
}
