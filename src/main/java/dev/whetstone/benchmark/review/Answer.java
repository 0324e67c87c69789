package dev.whetstone.benchmark.review;

import java.util.Objects;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rater says of a solution.
 *
 * @param firstError index of the first wrong step, from 0; empty for none
 * @param score 0: a step is wrong; 1/2: right as a whole, with a gap or a slip; 1: right in each
 *     step
 * @param comment may be empty
 */
@Schema(name = "ReviewAnswer")
public record Answer(OptionalInt firstError, double score, String comment) {
  private static final double HALF = 0.5;

  /**
   * @throws IllegalArgumentException if first error and score contradict each other
   */
  public Answer {
    Objects.requireNonNull(comment);
    if (score != 0 && score != HALF && score != 1)
      throw new IllegalArgumentException("a score is 0, 0.5 or 1, not " + score);
    if (firstError.isPresent() && firstError.getAsInt() < 0)
      throw new IllegalArgumentException("steps count from 0");
    if (score == 1 && firstError.isPresent())
      throw new IllegalArgumentException("a solution with a wrong step does not score 1");
    if (score == 0 && firstError.isEmpty())
      throw new IllegalArgumentException("a solution that scores 0 has a wrong step");
  }

  /** Whether both say the same of the solution, in whatever words. */
  boolean agrees(Answer other) {
    return firstError.equals(other.firstError) && score == other.score;
  }
}
