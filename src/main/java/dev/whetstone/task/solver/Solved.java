package dev.whetstone.task.solver;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a second solver found.
 *
 * @param answers how many different ones: 0 unsolvable, 1, or 2 for more than one
 * @param confirms whether an answer, as a family writes it, is one of them
 * @param check of any completion, where the answer is a number or a choice, so that the shared
 *     exact checks read it; only then may a question be served that no family made
 * @param hidden values that would give the answer away, were they to stand in the text; or what the
 *     text asks for, where that states its own answer
 */
public record Solved(
    int answers, Predicate<String> confirms, Optional<Check> check, Set<String> hidden) {
  public Solved {
    if (answers < 0 || answers > 2) throw new IllegalArgumentException("answers: " + answers);
    hidden = Set.copyOf(hidden);
  }

  static Solved none() {
    return new Solved(0, answer -> false, Optional.empty(), Set.of());
  }

  static Solved several() {
    return new Solved(2, answer -> false, Optional.empty(), Set.of());
  }

  static Solved number(Rational truth) {
    return checked(Checks.number(truth));
  }

  static Solved choice(String truth, List<String> options) {
    return checked(Checks.choice(truth, options));
  }

  private static Solved checked(Check check) {
    return new Solved(
        1, answer -> check.grade(answer) == Grade.RIGHT, Optional.of(check), Set.of());
  }

  /** One answer, compared once both are written in one way. */
  static Solved text(String truth, UnaryOperator<String> plain) {
    String expected = plain.apply(truth);
    return witness(answer -> plain.apply(answer).equals(expected));
  }

  /** Any answer that proves itself. */
  static Solved witness(Predicate<String> confirms) {
    return new Solved(
        1,
        answer -> answer.length() <= Answer.MAX_ANSWER && proves(confirms, answer),
        Optional.empty(),
        Set.of());
  }

  private static boolean proves(Predicate<String> confirms, String answer) {
    try {
      return confirms.test(answer);
    } catch (Effort.Exceeded e) {
      return false;
    }
  }

  Solved hiding(Set<String> values) {
    return new Solved(answers, confirms, check, values);
  }
}
