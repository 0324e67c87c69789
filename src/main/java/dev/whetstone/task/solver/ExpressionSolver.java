package dev.whetstone.task.solver;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the printed expression by the rules of precedence. */
final class ExpressionSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Calculate ([-+*/(). \\d]{1,2000})\\. Give only the (?:final number|exact decimal number,"
              + " without rounding,) as your answer\\.");

  @Override
  public String way() {
    return "recursive descent over the printed expression, in exact fractions";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    return Expression.read(asked.group(1), effort).map(read -> solved(read, asked.group(1)));
  }

  private static Solved solved(Expression.Value read, String text) {
    Solved solved = read.value().map(Solved::number).orElseGet(Solved::none);
    return read.computes() ? solved : solved.hiding(Set.of(text));
  }
}
