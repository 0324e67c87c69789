package dev.whetstone.task;

import java.util.Objects;
import java.util.Optional;

/**
 * A question with its truth, its check and its proof; only the question is ever handed out.
 *
 * @param question what the model reads, with the answer's form stated
 * @param answer one gold answer, as {@code check} reads it
 * @param check the family's
 * @param certificate how it is known that the task is solvable (and unique, where the family says
 *     so) and the answer right: a witness, or the count of an exhaustive search
 * @param effort elementary steps that a reference solver takes; grows with every level
 * @param worked a solution in steps, where the family's reasoning has steps
 */
public record Task(
    String question,
    String answer,
    Check check,
    String certificate,
    long effort,
    Optional<Worked> worked) {
  public Task {
    if (question.isBlank()) throw new IllegalArgumentException("a task asks something");
    if (answer.isBlank()) throw new IllegalArgumentException("a task has an answer");
    if (effort < 1) throw new IllegalArgumentException("effort: " + effort);
    Objects.requireNonNull(check);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(worked);
  }
}
