package dev.whetstone.curriculum;

import java.util.Objects;

/**
 * One closed group: the rollouts of one task and how many of them the verifier passed.
 *
 * @param rollouts judged ones only; a rollout that could not be judged teaches nothing
 */
public record Lesson(Cell cell, int rollouts, int passed) {
  public Lesson {
    Objects.requireNonNull(cell);
    if (rollouts < 1) throw new IllegalArgumentException("rollouts: " + rollouts);
    if (passed < 0 || passed > rollouts)
      throw new IllegalArgumentException(passed + " passed of " + rollouts);
  }

  /** The share that passed. */
  public double share() {
    return (double) passed / rollouts;
  }

  /** Whether the rewards differ, so that a group baseline leaves a signal. */
  public boolean isUsable() {
    return passed > 0 && passed < rollouts;
  }
}
