package dev.whetstone.benchmark.refinement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is waited for, or how it ended. */
public enum RefinementState {
  /** Attempts are asked for. */
  OPEN,
  /** All that was asked for is here, and is being verified. */
  JUDGING,
  /** A solution passed. */
  PASSED,
  /** None did, and the rounds are spent. */
  SPENT;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
