package dev.whetstone.task;

import java.util.List;
import java.util.Set;

/** Writes a task's solution as steps, right or with one slip, from which later steps follow on. */
public interface Worked {
  /**
   * A solution as written.
   *
   * @param steps one line each, never empty
   * @param answer the final answer that these steps lead to
   */
  record Draft(List<String> steps, String answer) {
    public Draft {
      if (steps.isEmpty()) throw new IllegalArgumentException("a solution has a step");
      steps = List.copyOf(steps);
    }
  }

  Draft write(Slip slip);

  /**
   * The flaws that can be made at this step (from 0) so that the step as written is wrong; {@link
   * Flaw#RIGHT_AFTER_WRONG} is never listed, it needs no writer.
   */
  Set<Flaw> flaws(int step);
}
