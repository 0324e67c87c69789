package dev.whetstone.verify;

import dev.whetstone.task.Grade;

/** What is said of a candidate; a failure of ours is {@link Unjudged}, never a wrong grade. */
public sealed interface Verdict {
  /**
   * @param verifier its name and version, {@code exact@1}
   */
  record Judged(Grade grade, Reliability reliability, String verifier) implements Verdict {}

  /**
   * @param reason what failed, for the client; never the candidate's text
   */
  record Unjudged(String reason) implements Verdict {}
}
