package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import dev.whetstone.task.family.Sorites.Quantifier;
import dev.whetstone.task.family.Sorites.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decides a sorites by following one person along its chain: in a chain the conclusion follows just
 * where each premise on the way settles the next term as wanted.
 *
 * @param order the premises, by place in the chain, in the order in which they are given
 */
record SyllogismProof(Sorites sorites, SyllogismWording wording, List<Integer> order)
    implements Worked {
  private record Move(int from, int to) {}

  /** The premise given at this place, or an equivalent of it. */
  String premise(int given, boolean inverted) {
    Statement premise = sorites.premises().get(order.get(given));
    return SyllogismWording.sentence(inverted ? wording.inverted(premise) : wording.plain(premise));
  }

  String conclusion() {
    return wording.plain(sorites.conclusion());
  }

  private boolean isUniversal() {
    return sorites.conclusion().quantifier().isUniversal();
  }

  private Statement start() {
    return sorites.premises().stream()
        .filter(premise -> !premise.quantifier().isUniversal())
        .findFirst()
        .orElse(sorites.conclusion());
  }

  /** From the subject to the predicate; or from the 'some' premise outwards, both ways. */
  private List<Move> moves() {
    int last = sorites.terms() - 1;
    int left = isUniversal() ? 0 : Math.min(start().subject(), start().predicate());
    List<Move> moves = new ArrayList<>();
    for (int i = left; i > 0; i--) moves.add(new Move(i, i - 1));
    for (int i = isUniversal() ? 0 : left + 1; i < last; i++) moves.add(new Move(i, i + 1));
    return isUniversal() && start().subject() > 0
        ? moves.reversed().stream().map(m -> new Move(m.to, m.from)).toList()
        : moves;
  }

  /** 1 or -1 where the statement settles that the person is, or is not, of the other term. */
  private static int settled(Statement by, int from, int value) {
    if (by.quantifier() == Quantifier.NO) return value > 0 ? -1 : 0;
    return from == by.subject() ? Math.max(value, 0) : Math.min(value, 0);
  }

  /** What a careless reader makes of a premise that settles nothing. */
  private static int careless(Statement by, int value) {
    return by.quantifier() == Quantifier.NO ? -value : value;
  }

  @Override
  public Draft write(Slip slip) {
    int[] values = new int[sorites.terms()];
    List<String> steps = new ArrayList<>();
    steps.add(opening(values, slip));
    int step = 1;
    for (Move move : moves()) {
      String text = follow(move, values, step, slip);
      if (!slip.hits(step++, Flaw.SKIPPED_CASE)) steps.add(text);
      if (values[move.to] == 0) break;
    }
    boolean follows = isShown(values) != slip.hits(step, Flaw.WRONG_RULE);
    steps.add(
        "So the conclusion that " + conclusion() + (follows ? " follows." : " does not follow."));
    return new Draft(steps, follows ? "Yes" : "No");
  }

  private String opening(int[] values, Slip slip) {
    int sign = slip.hits(0, Flaw.WRONG_RULE) ? -1 : 1;
    Statement by = start();
    values[by.subject()] = isUniversal() ? sign : 1;
    if (isUniversal())
      return "To test whether %s, take anyone who %s."
          .formatted(conclusion(), wording.is(by.subject(), sign));
    values[by.predicate()] = by.quantifier() == Quantifier.SOME ? sign : -sign;
    return "%s: take anyone of these, who %s and %s."
        .formatted(
            quote(by, by),
            wording.is(by.subject(), 1),
            wording.is(by.predicate(), values[by.predicate()]));
  }

  private String follow(Move move, int[] values, int step, Slip slip) {
    Statement premise = sorites.premises().get(Math.min(move.from, move.to));
    Statement by = slip.hits(step, Flaw.WRONG_OPERAND) ? misread(premise, move) : premise;
    int now = values[move.from];
    int next = settled(by, move.from, now);
    if (slip.hits(step, Flaw.WRONG_RULE)) next = next == 0 ? careless(by, now) : -next;
    values[move.to] = next;
    return "%s: this person %s, so %s."
        .formatted(quote(premise, by), wording.is(move.from, now), wording.is(move.to, next));
  }

  private static Statement misread(Statement premise, Move move) {
    return premise.quantifier() == Quantifier.ALL
        ? premise.turned()
        : new Statement(Quantifier.ALL, move.from, move.to);
  }

  private String quote(Statement premise, Statement as) {
    int given = order.indexOf(sorites.premises().indexOf(premise)) + 1;
    return "Premise " + given + " says that " + wording.plain(as);
  }

  private boolean isShown(int[] values) {
    Statement wanted = sorites.conclusion();
    boolean inside =
        wanted.quantifier() == Quantifier.ALL || wanted.quantifier() == Quantifier.SOME;
    return values[wanted.predicate()] == (inside ? 1 : -1)
        && (isUniversal() || values[wanted.subject()] == 1);
  }

  @Override
  public Set<Flaw> flaws(int step) {
    List<Move> taken = taken();
    if (step == 0 || step > taken.size()) return EnumSet.of(Flaw.WRONG_RULE);
    EnumSet<Flaw> flaws = EnumSet.of(Flaw.WRONG_RULE, Flaw.WRONG_OPERAND);
    if (step < taken.size() && taken.get(step).from == taken.get(step - 1).to)
      flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }

  /** The moves up to the first that settles nothing. */
  private List<Move> taken() {
    int[] values = new int[sorites.terms()];
    opening(values, Slip.none());
    List<Move> taken = new ArrayList<>();
    for (Move move : moves()) {
      taken.add(move);
      follow(move, values, taken.size(), Slip.none());
      if (values[move.to] == 0) break;
    }
    return taken;
  }
}
