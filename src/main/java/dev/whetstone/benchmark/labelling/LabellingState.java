package dev.whetstone.benchmark.labelling;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the labelling of a proof stands. */
public enum LabellingState {
  /** More votes are wanted. */
  OPEN,
  /** It has a score. */
  LABELLED,
  /** It teaches nothing. */
  DISCARDED,
  /** It was put before people, as a review item. */
  HUMAN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
