package dev.whetstone.benchmark.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a solution is put before people. */
public enum Source {
  /** Automated analyses came to no label. */
  DISAGREEMENT,
  /** A right answer by a way that the step verifier holds to be wrong. */
  UNSOUND,
  /** Nothing is suspected; only chance chose it. */
  AUDIT,
  /** Its label is known, and tells how good the raters are; they are not told so. */
  GOLD;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
