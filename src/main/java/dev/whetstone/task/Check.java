package dev.whetstone.task;

import java.util.OptionalDouble;

/** Grades a completion exactly. Never evaluates it, never throws for any text, and is bounded. */
@FunctionalInterface
public interface Check {
  Grade grade(String completion);

  /**
   * How economical a right completion is, in (0, 1]: the fewest steps that are needed, over those
   * taken. 0 where it is not right; empty where the task counts no steps.
   */
  default OptionalDouble economy(String completion) {
    return OptionalDouble.empty();
  }
}
