package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Cell;
import java.util.Objects;
import java.util.Optional;

/**
 * A task whose group differed: failed at least once, and solved at least once.
 *
 * @param index of its identity in the run
 * @param origin the case that it was edited from; none for one that the scheduler chose
 * @param score learnability p(1-p) of its latest group, in (0, 1/4]
 * @param lesson number of that group's lesson
 */
public record Case(long index, Cell cell, Optional<Origin> origin, double score, long lesson) {
  public Case {
    Objects.requireNonNull(cell);
    Objects.requireNonNull(origin);
    if (!(score > 0 && score <= 0.25)) throw new IllegalArgumentException("score: " + score);
    if (index < 0 || lesson < 1) throw new IllegalArgumentException(index + " at " + lesson);
  }
}
