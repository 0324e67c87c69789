package dev.whetstone.verify;

import dev.whetstone.task.Check;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The exact check of a task or a reference answer; its fault is a verdict of its own. */
public final class ExactVerifier {
  /** Name and version, as they stand in every verdict. */
  public static final String NAME = "exact@1";

  private static final Logger LOG = Logger.getLogger(ExactVerifier.class);

  private ExactVerifier() {}

  /** Never throws: a check that fails leaves the candidate unjudged. */
  public static Verdict verify(Check check, String completion) {
    try {
      return new Verdict.Judged(
          check.grade(completion),
          Reliability.EXACT,
          NAME,
          check.economy(completion),
          Optional.empty());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("an exact check failed", e);
      return new Verdict.Unjudged("the exact check failed; the fault is logged");
    }
  }
}
