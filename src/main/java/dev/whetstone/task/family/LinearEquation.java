package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A linear equation in one unknown, solved by isolating it. */
record LinearEquation(Side left, Side right, char letter) implements Worked {
  long slope() {
    return left.slope() - right.slope();
  }

  long effort() {
    long effort = Term.digits(slope());
    for (Term term : left.terms) effort += term.effort();
    for (Term term : right.terms) effort += term.effort();
    return effort;
  }

  @Override
  public String toString() {
    return left.text(letter) + " = " + right.text(letter);
  }

  @Override
  public Draft write(Slip slip) {
    return new Isolation(letter, slip).solve(this);
  }

  @Override
  public Set<Flaw> flaws(int step) {
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
    String right = write(Slip.none()).steps().get(step);
    Draft wrong = write(Slip.at(step, Flaw.WRONG_RULE, null));
    if (!wrong.steps().get(step).equals(right)) flaws.add(Flaw.WRONG_RULE);
    if (right.contains("both sides") && !right.startsWith("Divide")) flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }

  /** {@code factor * (slope * unknown + constant)}. */
  record Term(long factor, long slope, long constant) {
    static Term number(long value) {
      return new Term(value, 0, 1);
    }

    boolean isProduct() {
      return slope != 0 && constant != 0;
    }

    Side multipliedBy(long by) {
      return Side.of(by * slope, by * constant);
    }

    long effort() {
      long size = digits(factor) + digits(slope) + digits(constant);
      return isProduct() ? size + digits(factor) * (digits(slope) + digits(constant)) : size;
    }

    private static long digits(long value) {
      return Long.toString(Math.abs(value)).length();
    }

    void write(char letter, boolean first, StringBuilder text) {
      if (factor < 0) text.append(first ? "-" : " - ");
      else if (!first) text.append(" + ");
      long size = Math.abs(factor);
      if (slope == 0 || size != 1 || isProduct()) text.append(size);
      if (slope != 0 && (size != 1 || isProduct())) text.append('*');
      if (isProduct()) text.append('(').append(multipliedBy(1).text(letter)).append(')');
      else if (slope != 0) text.append(letter);
    }
  }

  record Side(List<Term> terms) {
    static Side of(long slope, long constant) {
      return new Side(List.of(new Term(slope, 1, 0), Term.number(constant))).withoutZeros();
    }

    long slope() {
      long slope = 0;
      for (Term term : terms) slope += term.factor * term.slope;
      return slope;
    }

    long constant() {
      long constant = 0;
      for (Term term : terms) constant += term.factor * term.constant;
      return constant;
    }

    Side and(Term term) {
      List<Term> all = new ArrayList<>(terms);
      all.add(term);
      return new Side(all).withoutZeros();
    }

    Side with(int index, Term term) {
      List<Term> all = new ArrayList<>(terms);
      all.set(index, term);
      return new Side(all).withoutZeros();
    }

    private Side withoutZeros() {
      return new Side(terms.stream().filter(term -> term.factor != 0).toList());
    }

    boolean isCollected() {
      return terms.stream().filter(term -> term.slope != 0).count() < 2
          && terms.stream().filter(term -> term.slope == 0).count() < 2;
    }

    String text(char letter) {
      if (terms.isEmpty()) return "0";
      StringBuilder text = new StringBuilder();
      for (Term term : terms) term.write(letter, text.isEmpty(), text);
      return text.toString();
    }
  }

  /** Multiplies out, collects, moves and divides until the unknown stands alone. */
  private static final class Isolation {
    private final char letter;
    private final Slip slip;
    private final List<String> steps = new ArrayList<>();

    Isolation(char letter, Slip slip) {
      this.letter = letter;
      this.slip = slip;
    }

    Draft solve(LinearEquation equation) {
      Side left = collected(multipliedOut(equation.left));
      Side right = collected(multipliedOut(equation.right));
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
      for (Term term : side.terms)
        if (term.isProduct()) all.addAll(multipliedOut(term).terms);
        else all.add(term);
      return new Side(all);
    }

    private Side multipliedOut(Term term) {
      Side out = term.multipliedBy(value(Flaw.WRONG_OPERAND, term.factor));
      long constant = hits(Flaw.WRONG_RULE) ? term.constant : out.constant();
      Side stated = Side.of(out.slope(), value(Flaw.WRONG_ARITHMETIC, constant));
      steps.add(
          "Multiply out " + new Side(List.of(term)).text(letter) + " = " + stated.text(letter));
      return stated;
    }

    private Side collected(Side side) {
      if (side.isCollected()) return side;
      int last = side.terms.size() - 1;
      Term term = side.terms.get(last);
      Side read = side.with(last, factor(term, value(Flaw.WRONG_OPERAND, term.factor)));
      Side used = hits(Flaw.WRONG_RULE) ? side.with(last, factor(term, -term.factor)) : read;
      boolean plain = used.constant() == 0;
      long slope = plain ? value(Flaw.WRONG_ARITHMETIC, used.slope()) : used.slope();
      long constant = plain ? 0 : value(Flaw.WRONG_ARITHMETIC, used.constant());
      Side stated = Side.of(slope, constant);
      steps.add("Collect " + read.text(letter) + " = " + stated.text(letter));
      return stated;
    }

    private static Term factor(Term term, long factor) {
      return new Term(factor, term.slope, term.constant);
    }

    /** Takes the term from both sides; the side where it stood is without it in any case. */
    private LinearEquation move(LinearEquation now, Term term) {
      boolean toLeft = term.slope != 0;
      Term taken = factor(term, value(Flaw.WRONG_OPERAND, term.factor));
      long sign = hits(Flaw.WRONG_RULE) ? 1 : hits(Flaw.SKIPPED_CASE) ? 0 : -1;
      Side gains = toLeft ? now.left : now.right;
      long old = toLeft ? gains.slope() : gains.constant();
      long changed = value(Flaw.WRONG_ARITHMETIC, old + sign * taken.factor);
      LinearEquation next =
          toLeft
              ? equation(changed, now.left.constant(), 0, now.right.constant())
              : equation(now.left.slope(), 0, 0, changed);
      if (sign != 0) steps.add(verb(taken) + " both sides of " + now + ": " + next);
      else if (next.left.slope() == 1 && next.left.constant() == 0) steps.add("So " + next);
      return next;
    }

    private LinearEquation equation(
        long slope, long constant, long otherSlope, long otherConstant) {
      return new LinearEquation(
          Side.of(slope, constant), Side.of(otherSlope, otherConstant), letter);
    }

    private String verb(Term taken) {
      String size = new Side(List.of(factor(taken, Math.abs(taken.factor)))).text(letter);
      return taken.factor < 0 ? "Add " + size + " to" : "Subtract " + size + " from";
    }

    private Draft divided(LinearEquation now) {
      long slope = now.left.slope();
      long constant = now.right.constant();
      if (slope == 0) return unsolved(now);
      Rational result = slope == 1 ? Rational.of(constant) : quotient(slope, constant);
      return new Draft(steps, result.toString());
    }

    private Rational quotient(long slope, long constant) {
      long divided = value(Flaw.WRONG_OPERAND, constant);
      Rational result = Rational.of(divided, slope);
      if (hits(Flaw.WRONG_RULE)) result = Rational.of(divided - slope);
      if (hits(Flaw.WRONG_ARITHMETIC))
        result = Rational.of(slip.near(result.numerator().longValueExact()));
      LinearEquation from = equation(slope, 0, 0, divided);
      steps.add("Divide both sides of " + from + " by " + slope + ": " + letter + " = " + result);
      return result;
    }

    private Draft unsolved(LinearEquation now) {
      steps.add("So " + now + ", which says nothing of " + letter);
      return new Draft(steps, "none");
    }
  }
}
