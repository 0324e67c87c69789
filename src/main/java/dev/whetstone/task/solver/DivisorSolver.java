package dev.whetstone.task.solver;

import dev.whetstone.task.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the greatest common divisor by halving and subtracting (Stein 1967). */
final class DivisorSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Find the greatest common divisor of (\\d{1,18}(?:, \\d{1,18}){0,20} and \\d{1,18})\\."
              + " Give only the number as your answer\\.");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Override
  public String way() {
    return "halving and subtracting, where the family divides";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    List<Long> numbers =
        NUMBER
            .matcher(asked.group(1))
            .results()
            .map(MatchResult::group)
            .map(Long::valueOf)
            .toList();
    long common = 0;
    for (long number : numbers) common = common(common, number);
    if (common == 0) return Optional.of(Solved.none());
    return Optional.of(Solved.number(Rational.of(common)).hiding(Set.of(Long.toString(common))));
  }

  private static long common(long one, long other) {
    if (one == 0 || other == 0) return one + other;
    int twos = Math.min(Long.numberOfTrailingZeros(one), Long.numberOfTrailingZeros(other));
    long a = one >> Long.numberOfTrailingZeros(one);
    long b = other >> Long.numberOfTrailingZeros(other);
    while (a != b) {
      long apart = Math.abs(a - b);
      a = Math.min(a, b);
      b = apart >> Long.numberOfTrailingZeros(apart);
    }
    return a << twos;
  }
}
