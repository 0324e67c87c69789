package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Cell;
import java.util.Objects;
import java.util.Optional;

/**
 * A task whose group differed, failed at least once and solved at least once, or fooled a verifier.
 *
 * @param index of its identity in the run
 * @param origin the case that it was edited from; none for one that the scheduler chose
 * @param score learnability p(1-p) of its latest group, in [0, 1/4], and 1/4 more where that group
 *     was contested
 * @param contested candidates of that group of which the exact check and the reading of the steps
 *     said opposite things
 * @param lesson number of that group's lesson
 */
public record Case(
    long index, Cell cell, Optional<Origin> origin, double score, int contested, long lesson) {
  /** Of any share. */
  static final double MOST_LEARNABLE = 0.25;

  public Case {
    Objects.requireNonNull(cell);
    Objects.requireNonNull(origin);
    double most = contested > 0 ? 2 * MOST_LEARNABLE : MOST_LEARNABLE;
    if (!(score > 0 && score <= most)) throw new IllegalArgumentException("score: " + score);
    if (index < 0 || contested < 0 || lesson < 1)
      throw new IllegalArgumentException(index + ", " + contested + " at " + lesson);
  }
}
