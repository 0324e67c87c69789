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
 * @param game how it is played, where it is played in turns
 */
public record Task(
    String question,
    String answer,
    Check check,
    String certificate,
    long effort,
    Optional<Worked> worked,
    Optional<Game> game) {
  /** A task that is answered at once. */
  public Task(
      String question,
      String answer,
      Check check,
      String certificate,
      long effort,
      Optional<Worked> worked) {
    this(question, answer, check, certificate, effort, worked, Optional.empty());
  }

  public Task {
    if (question.isBlank()) throw new IllegalArgumentException("a task asks something");
    if (answer.isBlank()) throw new IllegalArgumentException("a task has an answer");
    if (effort < 1) throw new IllegalArgumentException("effort: " + effort);
    Objects.requireNonNull(check);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(worked);
    Objects.requireNonNull(game);
  }
}
