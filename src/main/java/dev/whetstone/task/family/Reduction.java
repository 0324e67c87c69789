package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import dev.whetstone.task.family.InfixTokens.Move;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An arithmetic expression worked out one operation at a time, by precedence. */
record Reduction(String expression) implements Worked {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  @Override
  public Draft write(Slip slip) {
    List<String> steps = new ArrayList<>();
    InfixTokens now = InfixTokens.of(expression);
    for (int i = 0; !now.isNumber(); i++) {
      Optional<InfixTokens> next = written(now, i, slip, steps);
      if (next.isEmpty()) return undefined(now, steps);
      now = next.get();
    }
    return new Draft(steps, now.toString());
  }

  /** The expression after this step; nothing where it would divide by zero. */
  private static Optional<InfixTokens> written(
      InfixTokens now, int step, Slip slip, List<String> steps) {
    if (slip.hits(step, Flaw.SKIPPED_CASE)) return Optional.of(now.skipped());
    Move move = slip.hits(step, Flaw.WRONG_RULE) ? now.mistaken() : now.next();
    Rational left = near(now.left(move), step, Flaw.WRONG_OPERAND, slip);
    Rational right = now.right(move);
    return FourOperations.apply(left, move.sign(), right)
        .map(result -> near(result, step, Flaw.WRONG_ARITHMETIC, slip))
        .map(
            result -> {
              InfixTokens next = now.replaced(move, result);
              String done = InfixTokens.operation(left, move.sign(), right).toString();
              steps.add(done + " = " + InfixTokens.text(result) + whole(now, next));
              return next;
            });
  }

  private static String whole(InfixTokens now, InfixTokens next) {
    return now.isOperation() ? "" : ", so " + now + " = " + next;
  }

  private static Draft undefined(InfixTokens now, List<String> steps) {
    steps.add(now + " divides by 0 and has no value");
    return new Draft(steps, "undefined");
  }

  private static Rational near(Rational right, int step, Flaw flaw, Slip slip) {
    if (!slip.hits(step, flaw)) return right;
    BigDecimal exact = InfixTokens.decimal(right);
    long size = exact.unscaledValue().abs().min(THOUSAND).longValue();
    return Rational.of(exact.add(BigDecimal.valueOf(slip.near(size) - size, exact.scale())));
  }

  @Override
  public Set<Flaw> flaws(int step) {
    InfixTokens now = InfixTokens.of(expression);
    for (int i = 0; i < step; i++) now = now.applied(now.next()).orElseThrow();
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
    Optional<Rational> truth = now.value();
    InfixTokens skipped = now.skipped();
    if (!now.applied(now.mistaken()).flatMap(InfixTokens::value).equals(truth))
      flaws.add(Flaw.WRONG_RULE);
    if (!skipped.isNumber() && !skipped.value().equals(truth)) flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }
}
