package dev.whetstone.verify.proof.issue;

import dev.whetstone.model.equation.Conditions;
import dev.whetstone.model.equation.Consequence;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.verify.proof.issue.Passage.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether a quoted equation in one unknown follows from what was stated before. */
final class Substitution {
  private static final Pattern UNKNOWN = Pattern.compile("(?<![\\\\a-zA-Z])[a-zA-Z](?![a-zA-Z])");
  private static final Pattern CASE =
      Pattern.compile(
          "(?i)\\b(?:case|cases|if|suppose|assume|let|or|try|otherwise|contradiction)\\b");

  /** No solution that anybody would come by. */
  private static final String STRANGER = "104729/7919";

  private Substitution() {}

  /**
   * Judges by all inferences of the step. Confirms an issue by an equation that shares no solution
   * with the earlier ones in its unknown, where no case is told apart; refutes it by one that has
   * the same single solution.
   */
  static Recomputed in(Conditions earlier, List<Inference> all, String step, Span span) {
    List<Inference> meant =
        all.stream().filter(i -> i.start() < span.end() && span.start() < i.end()).toList();
    if (meant.isEmpty()) return Recomputed.open("nothing quoted can be recomputed");
    boolean strange = meant.stream().anyMatch(i -> i.consequence() == Consequence.OTHER_SOLUTIONS);
    if (strange && !CASE.matcher(step).find())
      return new Recomputed(
          Finding.CONFIRMED, "an equation quoted has no solution of those before it");
    boolean same =
        meant.stream().allMatch(i -> isEquivalent(earlier, step.substring(i.start(), i.end())));
    return same && !strange
        ? new Recomputed(Finding.REFUTED, "what is quoted has the solution of what is before it")
        : Recomputed.open("what is quoted may or may not follow");
  }

  /**
   * Whether an earlier linear equation has the same solution. A quadratic one may have a further
   * solution, which is lost; so the equation is asked about once more with a second, strange
   * solution: only a linear one has then solutions in common with it.
   */
  private static boolean isEquivalent(Conditions earlier, String equation) {
    return withStranger(equation)
        .map(earlier::inferences)
        .filter(inferences -> inferences.size() == 1)
        .map(inferences -> inferences.getFirst().consequence() == Consequence.SAME_SOLUTIONS)
        .orElse(false);
  }

  private static Optional<String> withStranger(String equation) {
    Matcher unknown = UNKNOWN.matcher(equation);
    int sign = equation.indexOf('=');
    if (sign < 0 || !unknown.find()) return Optional.empty();
    return Optional.of(
        "((%s) - (%s)) * (%s - %s) = 0"
            .formatted(
                equation.substring(0, sign),
                equation.substring(sign + 1),
                unknown.group(),
                STRANGER));
  }
}
