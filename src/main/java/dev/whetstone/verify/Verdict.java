package dev.whetstone.verify;

import dev.whetstone.task.Grade;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is said of a candidate; a failure of ours is {@link Unjudged}, never a wrong grade. */
public sealed interface Verdict {
  /**
   * @param verifier of the grade, its name and version, {@code exact@1}
   * @param economy of its steps, as {@link dev.whetstone.task.Check#economy} says
   * @param steps what was said of the steps, which never moves the grade; empty where nobody asked
   */
  record Judged(
      Grade grade,
      Reliability reliability,
      String verifier,
      OptionalDouble economy,
      Optional<StepVerdict> steps)
      implements Verdict {
    /** Of a task that counts no steps. */
    public Judged(Grade grade, Reliability reliability, String verifier) {
      this(grade, reliability, verifier, OptionalDouble.empty(), Optional.empty());
    }

    public Judged with(StepVerdict steps) {
      return new Judged(grade, reliability, verifier, economy, Optional.of(steps));
    }
  }

  /**
   * @param reason what failed, for the client; never the candidate's text
   */
  record Unjudged(String reason) implements Verdict {}
}
