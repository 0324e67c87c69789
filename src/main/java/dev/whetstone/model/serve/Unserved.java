package dev.whetstone.model.serve;

/** A derivation was not scored, through no fault of its own; it may be sent again. */
public final class Unserved extends RuntimeException {
  /** Why it was not. */
  public enum Reason {
    /** As many wait as may. */
    FULL,
    /** Its deadline passed before it was scored. */
    LATE,
    /** The model is being stopped. */
    CLOSED
  }

  private final Reason reason;

  Unserved(Reason reason) {
    super(says(reason), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  private static String says(Reason reason) {
    return switch (reason) {
      case FULL -> "the model's queue is full";
      case LATE -> "the model did not come to it before its deadline";
      case CLOSED -> "the model is being stopped";
    };
  }
}
