package dev.whetstone.benchmark.refinement;

import java.util.UUID;

/** An attempt is not taken. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Why why;

  /** Why not. */
  public enum Why {
    UNKNOWN_REFINEMENT,
    /** Another response came with that number. */
    ANSWERED_BEFORE,
    /** No such attempt is asked for now. */
    NOT_ASKED
  }

  Refused(Why why, UUID refinement, int number) {
    super("attempt %d of refinement %s: %s".formatted(number, refinement, words(why)));
    this.why = why;
  }

  public Why why() {
    return why;
  }

  private static String words(Why why) {
    return switch (why) {
      case UNKNOWN_REFINEMENT -> "there is no such refinement";
      case ANSWERED_BEFORE -> "another response came before";
      case NOT_ASKED -> "it is not asked for now";
    };
  }
}
