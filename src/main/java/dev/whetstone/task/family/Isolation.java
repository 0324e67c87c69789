package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked.Draft;
import dev.whetstone.task.family.LinearEquation.Side;
import dev.whetstone.task.family.LinearEquation.Term;
import java.util.ArrayList;
import java.util.List;

/** Multiplies out, collects, moves and divides until the unknown stands alone. */
final class Isolation {
  private final char letter;
  private final Slip slip;
  private final List<String> steps = new ArrayList<>();

  Isolation(char letter, Slip slip) {
    this.letter = letter;
    this.slip = slip;
  }

  Draft solve(LinearEquation equation) {
    Side left = collected(multipliedOut(equation.left()));
    Side right = collected(multipliedOut(equation.right()));
    LinearEquation now = new LinearEquation(left, right, letter);
    if (right.slope() != 0) now = move(now, new Term(right.slope(), 1, 0));
    if (left.constant() != 0) now = move(now, Term.number(left.constant()));
    return divided(now);
  }

  private boolean hits(Flaw flaw) {
    return slip.hits(steps.size(), flaw);
  }

  private long value(Flaw flaw, long right) {
    return slip.value(steps.size(), flaw, right);
  }

  private Side multipliedOut(Side side) {
    List<Term> all = new ArrayList<>();
    for (Term term : side.terms())
      if (term.isProduct()) all.addAll(multipliedOut(term).terms());
      else all.add(term);
    return new Side(all);
  }

  private Side multipliedOut(Term term) {
    Side out = term.multipliedBy(value(Flaw.WRONG_OPERAND, term.factor()));
    long constant = hits(Flaw.WRONG_RULE) ? term.constant() : out.constant();
    Side stated = Side.of(out.slope(), value(Flaw.WRONG_ARITHMETIC, constant));
    steps.add("Multiply out " + new Side(List.of(term)).text(letter) + " = " + stated.text(letter));
    return stated;
  }

  private Side collected(Side side) {
    if (side.isCollected()) return side;
    int last = side.terms().size() - 1;
    Term term = side.terms().get(last);
    Side read = side.with(last, term.with(value(Flaw.WRONG_OPERAND, term.factor())));
    Side used = hits(Flaw.WRONG_RULE) ? side.with(last, term.with(-term.factor())) : read;
    boolean plain = used.constant() == 0;
    long slope = plain ? value(Flaw.WRONG_ARITHMETIC, used.slope()) : used.slope();
    long constant = plain ? 0 : value(Flaw.WRONG_ARITHMETIC, used.constant());
    Side stated = Side.of(slope, constant);
    steps.add("Collect " + read.text(letter) + " = " + stated.text(letter));
    return stated;
  }

  /** Takes the term from both sides; the side where it stood is without it in any case. */
  private LinearEquation move(LinearEquation now, Term term) {
    boolean toLeft = term.slope() != 0;
    Term taken = term.with(value(Flaw.WRONG_OPERAND, term.factor()));
    long sign = hits(Flaw.WRONG_RULE) ? 1 : hits(Flaw.SKIPPED_CASE) ? 0 : -1;
    Side gains = toLeft ? now.left() : now.right();
    long old = toLeft ? gains.slope() : gains.constant();
    long changed = value(Flaw.WRONG_ARITHMETIC, old + sign * taken.factor());
    LinearEquation next =
        toLeft
            ? equation(changed, now.left().constant(), 0, now.right().constant())
            : equation(now.left().slope(), 0, 0, changed);
    if (sign != 0) steps.add(verb(taken) + " both sides of " + now + ": " + next);
    else if (next.left().slope() == 1 && next.left().constant() == 0) steps.add("So " + next);
    return next;
  }

  private LinearEquation equation(long slope, long constant, long otherSlope, long otherConstant) {
    return new LinearEquation(Side.of(slope, constant), Side.of(otherSlope, otherConstant), letter);
  }

  private String verb(Term taken) {
    String size = new Side(List.of(taken.with(Math.abs(taken.factor())))).text(letter);
    return taken.factor() < 0 ? "Add " + size + " to" : "Subtract " + size + " from";
  }

  private Draft divided(LinearEquation now) {
    long slope = now.left().slope();
    long constant = now.right().constant();
    if (slope == 0) return unsolved(now);
    Rational result = slope == 1 ? Rational.of(constant) : quotient(slope, constant);
    return new Draft(steps, result.toString());
  }

  private Rational quotient(long slope, long constant) {
    long divided = value(Flaw.WRONG_OPERAND, constant);
    Rational result = Rational.of(divided, slope);
    if (hits(Flaw.WRONG_RULE)) result = Rational.of(divided - slope);
    result = Near.value(slip, steps.size(), Flaw.WRONG_ARITHMETIC, result);
    LinearEquation from = equation(slope, 0, 0, divided);
    steps.add("Divide both sides of " + from + " by " + slope + ": " + letter + " = " + result);
    return result;
  }

  private Draft unsolved(LinearEquation now) {
    steps.add("So " + now + ", which says nothing of " + letter);
    return new Draft(steps, "none");
  }
}
