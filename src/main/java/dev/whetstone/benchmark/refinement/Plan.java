package dev.whetstone.benchmark.refinement;

import dev.whetstone.verify.proof.Score;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a problem is worked on.
 *
 * @param width attempts of the first round; as many threads
 * @param rounds at most, with the first one
 * @param parents of a search: the best so many solutions are refined in a round
 * @param asksPerParent of a search: how often each of them
 * @param analysesPerAsk valid analyses that are handed back with a solution, at most
 * @param refiner whether the server's own refiner answers all but the first round
 */
@Schema(name = "RefinementPlan")
public record Plan(
    Course course,
    Until until,
    int width,
    int rounds,
    int parents,
    int asksPerParent,
    int analysesPerAsk,
    boolean refiner) {
  public Plan {
    Objects.requireNonNull(course);
    Objects.requireNonNull(until);
    if (width < 1 || rounds < 1 || parents < 1 || asksPerParent < 1 || analysesPerAsk < 1)
      throw new IllegalArgumentException("a plan without any attempt, or without analyses");
  }

  /** Attempts, at most. */
  public long attempts() {
    long later = course == Course.THREADS ? width : Math.max(width, (long) parents * asksPerParent);
    return width + (rounds - 1) * later;
  }

  /** Whether the work on it ends. */
  boolean isPassedBy(Attempt attempt) {
    return until == Until.SELF
        ? attempt.selfScore().filter(Score.ONE::equals).isPresent()
        : attempt.isVerified();
  }
}
