package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A fraction above zero, simplified by one common prime factor after the other. */
record Fraction(long top, long bottom) implements Worked {
  @Override
  public String toString() {
    return top + "/" + bottom;
  }

  String latex() {
    return "\\frac{" + top + "}{" + bottom + "}";
  }

  long shared() {
    return Euclid.gcd(top, bottom);
  }

  /** The digits that Euclid's algorithm writes, and those of the two divisions after it. */
  long effort() {
    long effort = 0;
    long b = bottom;
    for (long a = top, rest; b != 0; a = b, b = rest) {
      rest = a % b;
      effort += Digits.of(a);
    }
    return effort + Digits.of(top) + Digits.of(bottom);
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
    String stated =
        new Fraction(Near.atLeast(1, slip, step, Flaw.WRONG_OPERAND, now.top), now.bottom)
            .toString();
    if (slip.hits(step, Flaw.WRONG_RULE)) stated = now.bottom + "/" + now.top;
    steps.add("No number above 1 divides both terms of " + now + ", so the answer is " + stated);
    return new Draft(steps, stated);
  }

  private Fraction divided(Slip slip, List<String> steps) {
    int step = steps.size();
    long prime = prime();
    boolean topOnly = slip.hits(step, Flaw.WRONG_RULE);
    long under = slip.hits(step, Flaw.WRONG_OPERAND) ? awry(slip, prime) : bottom;
    long over = Near.atLeast(1, slip, step, Flaw.WRONG_ARITHMETIC, top / prime);
    Fraction next = new Fraction(over, topOnly ? bottom : under / prime);
    String divide = "Divide " + top + (topOnly ? "" : " and " + under) + " by " + prime;
    steps.add(divide + ": " + this + " = " + next);
    return next;
  }

  private long awry(Slip slip, long prime) {
    boolean less = bottom > 2 * prime && slip.random().nextBoolean();
    return less ? bottom - prime : bottom + prime;
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
