package dev.whetstone.benchmark.refinement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which score ends the work on a solution. */
public enum Until {
  /** The automated labelling gives it 1: no valid issue is found. */
  VERIFIED,
  /** Its writer gives it 1; DeepSeekMath-V2, section 3.3.2. */
  SELF;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
