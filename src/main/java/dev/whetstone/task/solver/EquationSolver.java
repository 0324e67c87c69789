package dev.whetstone.task.solver;

import dev.whetstone.task.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries three values of the unknown; two give the line, the third shows that it is one. */
final class EquationSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Solve for ([a-z]): ([-+*/() \\da-z]{1,1000}) = ([-+*/() \\da-z]{1,1000})\\. Give only"
              + " the value as your answer\\.");
  private static final Rational ZERO = Rational.of(0);

  @Override
  public String way() {
    return "both sides evaluated at 0, 1 and 2, where the family collects terms";
  }

  @Override
  public Optional<Solved> solve(String question) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    Optional<Rational> zero = gap(asked, 0);
    Optional<Rational> one = gap(asked, 1);
    Optional<Rational> two = gap(asked, 2);
    if (zero.isEmpty() || one.isEmpty() || two.isEmpty()) return Optional.empty();
    Rational slope = one.get().minus(zero.get());
    if (!two.get().minus(one.get()).equals(slope)) return Optional.empty();
    if (!slope.equals(ZERO)) return Optional.of(Solved.number(ZERO.minus(zero.get()).over(slope)));
    return Optional.of(zero.get().equals(ZERO) ? Solved.several() : Solved.none());
  }

  private static Optional<Rational> gap(Matcher asked, long value) {
    return side(asked, 2, value)
        .flatMap(left -> side(asked, 3, value).map(right -> left.minus(right)));
  }

  private static Optional<Rational> side(Matcher asked, int group, long value) {
    String side = asked.group(group).replace(asked.group(1), "(" + value + ")");
    return Expression.read(side).flatMap(Expression.Value::value);
  }
}
