package dev.whetstone.task.gate;

import dev.whetstone.task.Check;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of a task.
 *
 * @param failures every criterion not met; what cannot be read, or has no answer, is asked no more
 * @param repetition share of the earlier tasks, the latest ones that are compared, that are like
 *     this one, in [0, 1]
 * @param check of any completion, where the second solver can give one
 */
public record Admission(List<Failure> failures, double repetition, Optional<Check> check) {
  public Admission {
    failures = List.copyOf(failures);
    if (!(repetition >= 0 && repetition <= 1))
      throw new IllegalArgumentException("repetition: " + repetition);
  }

  public boolean isAdmitted() {
    return failures.isEmpty();
  }
}
