package dev.whetstone.task.gate;

import java.util.Objects;

/** One criterion that a task does not meet, and why. */
public record Failure(Criterion criterion, String why) {
  public Failure {
    Objects.requireNonNull(criterion);
    if (why.isBlank()) throw new IllegalArgumentException(criterion + " fails for a reason");
  }
}
