package dev.whetstone.benchmark.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an item has come. */
public enum ReviewState {
  /** For the next draw. */
  WAITING,
  /** Not drawn, and never again to be. */
  PASSED,
  /** Drawn, and not judged by as many raters as it takes. */
  OPEN,
  /** Two raters disagree, and a third is to settle it. */
  DISPUTED,
  /** Its label is kept. */
  DONE,
  /** Too many raters skipped it. */
  DROPPED,
  /** Its label is known; every rater may get it once. */
  GOLD;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
