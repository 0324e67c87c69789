package dev.whetstone.verify.proof;

import java.util.Objects;

/**
 * An evaluation with its score: of a solution, or of another evaluation.
 *
 * @param text what stands between the opening words and those before the score
 */
public record Analysis(String text, Score score) {
  public Analysis {
    Objects.requireNonNull(text);
    Objects.requireNonNull(score);
  }
}
