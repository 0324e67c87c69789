package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Lesson;
import java.util.Objects;
import java.util.Optional;

/**
 * A closed group with the task that it was about.
 *
 * @param index of the task's identity
 * @param contested candidates of which the exact check of the answer and the reading of the steps
 *     said opposite things: one of the two was fooled
 * @param proposed whether somebody proposed the task, so that the run cannot make it by its index
 */
public record Group(
    Lesson lesson, long index, Optional<Origin> origin, int contested, boolean proposed) {
  public Group {
    Objects.requireNonNull(lesson);
    Objects.requireNonNull(origin);
    if (contested < 0 || contested > lesson.rollouts())
      throw new IllegalArgumentException(contested + " contested of " + lesson.rollouts());
  }

  boolean isReplay() {
    return origin.filter(o -> o.edit() == Edit.SAME).isPresent();
  }

  /** Whether a learner, or a verifier, can still learn from its task. */
  boolean teaches() {
    return lesson.isUsable() || contested > 0;
  }

  /** Learnability p(1-p); what fooled a verifier comes before all that fooled none. */
  double score() {
    double share = lesson.share();
    return share * (1 - share) + (contested > 0 ? Case.MOST_LEARNABLE : 0);
  }
}
