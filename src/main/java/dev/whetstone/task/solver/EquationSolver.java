package dev.whetstone.task.solver;

import dev.whetstone.task.Rational;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tries values of the unknown: two give the line; as many more as it is written show that nothing
 * but a line stands there, since only a line meets a line so often.
 */
final class EquationSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Solve for ([a-z]): ([-+*/() \\da-z]{1,1000}) = ([-+*/() \\da-z]{1,1000})\\. Give only"
              + " the value as your answer\\.");
  private static final Rational ZERO = Rational.of(0);

  @Override
  public String way() {
    return "both sides evaluated at 0, 1, 2, ..., where the family collects terms";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    Optional<Rational> zero = gap(asked, "0", effort);
    Optional<Rational> one = gap(asked, "1", effort);
    if (zero.isEmpty() || one.isEmpty()) return Optional.empty();
    Rational slope = one.get().minus(zero.get());
    if (!isLine(asked, one.get(), slope, effort)) return Optional.empty();
    if (slope.equals(ZERO))
      return Optional.of(zero.get().equals(ZERO) ? Solved.several() : Solved.none());
    Rational solution = ZERO.minus(zero.get()).over(slope);
    boolean holds = gap(asked, solution.toString(), effort).equals(Optional.of(ZERO));
    if (!holds) return Optional.of(Solved.none());
    Solved solved = Solved.number(solution);
    return Optional.of(isStated(asked, effort) ? solved.hiding(Set.of(equation(asked))) : solved);
  }

  /** Whether neither side computes anything, tried with 2, which is neutral to no operation. */
  private static boolean isStated(Matcher asked, Effort effort) {
    return IntStream.of(2, 3)
        .mapToObj(group -> read(asked, group, "2", effort))
        .allMatch(side -> side.isPresent() && !side.get().computes());
  }

  private static String equation(Matcher asked) {
    return asked.group(2) + " = " + asked.group(3);
  }

  private static boolean isLine(Matcher asked, Rational one, Rational slope, Effort effort) {
    String sides = asked.group(2) + asked.group(3);
    long written = sides.chars().filter(c -> c == asked.group(1).charAt(0)).count();
    Rational expected = one;
    for (int value = 2; value <= written + 1; value++) {
      expected = expected.plus(slope);
      if (!gap(asked, Integer.toString(value), effort).equals(Optional.of(expected))) return false;
    }
    return true;
  }

  private static Optional<Rational> gap(Matcher asked, String value, Effort effort) {
    return side(asked, 2, value, effort)
        .flatMap(left -> side(asked, 3, value, effort).map(right -> left.minus(right)));
  }

  private static Optional<Rational> side(Matcher asked, int group, String value, Effort effort) {
    return read(asked, group, value, effort).flatMap(Expression.Value::value);
  }

  private static Optional<Expression.Value> read(
      Matcher asked, int group, String value, Effort effort) {
    return Expression.read(asked.group(group).replace(asked.group(1), "(" + value + ")"), effort);
  }
}
