package dev.whetstone.verify;

import dev.whetstone.task.Grade;
import java.util.Optional;

/** What is said of a candidate; a failure of ours is {@link Unjudged}, never a wrong grade. */
public sealed interface Verdict {
  /**
   * @param verifier of the grade, its name and version, {@code exact@1}
   * @param steps what was said of the steps, which never moves the grade; empty where nobody asked
   */
  record Judged(Grade grade, Reliability reliability, String verifier, Optional<StepVerdict> steps)
      implements Verdict {
    public Judged(Grade grade, Reliability reliability, String verifier) {
      this(grade, reliability, verifier, Optional.empty());
    }

    public Judged with(StepVerdict steps) {
      return new Judged(grade, reliability, verifier, Optional.of(steps));
    }
  }

  /**
   * @param reason what failed, for the client; never the candidate's text
   */
  record Unjudged(String reason) implements Verdict {}
}
