package dev.whetstone.api;

import dev.whetstone.rollout.Result;
import java.util.Locale;

/** Why one candidate was refused, in the one vocabulary of problems. */
final class ItemProblems {
  private ItemProblems() {}

  static Problem of(Result.Why why) {
    String kind = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Problem.of(kind, "Refused", status(why), why.detail(), field(why), why.mend());
  }

  private static int status(Result.Why why) {
    return switch (why) {
      case UNKNOWN_TASK -> 404;
      case OTHER_VERSION, CLOSED -> 410;
      case FINISHED_RUN, NO_PLACE -> 409;
      case KEY_REUSED -> 422;
      case TOO_LONG -> 413;
    };
  }

  private static String field(Result.Why why) {
    return switch (why) {
      case TOO_LONG -> "completion";
      case KEY_REUSED -> "Idempotency-Key";
      case FINISHED_RUN -> "run";
      default -> "task";
    };
  }
}
