package dev.whetstone.benchmark.review;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Derivation;
import java.util.Objects;
import java.util.Optional;

/**
 * A solution that people may be asked about.
 *
 * @param key names it for ever, and in the set of labels; the same key is never judged twice
 * @param split what its label may be used for
 * @param finalAnswerCorrect empty where nobody knows
 * @param generator who wrote the solution
 * @param licence an SPDX expression
 * @param twice whether two raters are to judge it in any case
 */
public record Proposal(
    String key,
    Labelled.Split split,
    Derivation solution,
    Optional<Boolean> finalAnswerCorrect,
    String generator,
    String licence,
    boolean twice) {
  private static final int LONGEST_KEY = 200;

  public Proposal {
    if (key.isBlank() || key.length() > LONGEST_KEY)
      throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters");
    if (solution.problem().isBlank()) throw new IllegalArgumentException("the problem is empty");
    if (solution.steps().isEmpty() || solution.steps().stream().anyMatch(String::isBlank))
      throw new IllegalArgumentException("a solution has steps, none of them empty");
    Objects.requireNonNull(split);
    Objects.requireNonNull(finalAnswerCorrect);
    Objects.requireNonNull(generator);
    Objects.requireNonNull(licence);
  }
}
