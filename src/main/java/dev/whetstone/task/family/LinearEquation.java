package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
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
    long effort = Digits.of(slope());
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

    Term with(long other) {
      return new Term(other, slope, constant);
    }

    Side multipliedBy(long by) {
      return Side.of(by * slope, by * constant);
    }

    long effort() {
      long size = Digits.of(factor) + Digits.of(slope) + Digits.of(constant);
      return isProduct()
          ? size + Digits.of(factor) * (Digits.of(slope) + Digits.of(constant))
          : size;
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
}
