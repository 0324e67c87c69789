package dev.whetstone.task.solver;

import dev.whetstone.task.Rational;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out the expression that is given as the answer; it is its own proof. */
final class CountdownSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Use each of the numbers (\\d{1,9}(?:, \\d{1,9}){1,15}) exactly once, with \\+, -, \\*, /"
              + " and parentheses, to write an expression equal to (\\d{1,9})\\. Give only the"
              + " expression as your answer\\.");

  @Override
  public String way() {
    return "the expression worked out by recursive descent; it is its own proof";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    List<Rational> numbers =
        Arrays.stream(asked.group(1).split(", ", -1)).map(CountdownSolver::number).toList();
    Rational target = number(asked.group(2));
    return Optional.of(Solved.witness(answer -> reaches(answer, numbers, target)));
  }

  private static Rational number(String digits) {
    return Rational.of(Long.parseLong(digits));
  }

  private static boolean reaches(String answer, List<Rational> numbers, Rational target) {
    return Expression.read(answer, new Effort())
        .filter(read -> read.value().equals(Optional.of(target)))
        .filter(read -> sorted(read.numbers()).equals(sorted(numbers)))
        .isPresent();
  }

  private static List<Rational> sorted(List<Rational> numbers) {
    return numbers.stream().sorted(Comparator.comparing(Rational::toString)).toList();
  }
}
