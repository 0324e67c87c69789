package dev.whetstone.api;

import dev.whetstone.verify.StepVerdict.Unread;

/** Why nothing is said of a solution's steps, in the one vocabulary of problems. */
final class StepProblems {
  private StepProblems() {}

  /**
   * @param field that the steps came in
   */
  static Problem of(Unread unread, String field) {
    String detail = unread.detail();
    return switch (unread.unread()) {
      case NO_STEPS, TOO_LONG, UNSCORABLE ->
          Problem.of(
              "unscorable",
              "Unscorable",
              422,
              detail,
              field,
              "send a shorter problem or solution, in shorter steps");
      case NO_VERIFIER ->
          ours(
              "no-verifier",
              "No step verifier",
              detail,
              "see GET /api/v1/models for what is loaded, and what was refused and why");
      case BUSY ->
          ours(
              "overloaded",
              "Too much at once",
              detail,
              "send it again in a second, or fewer solutions at once");
      case DEADLINE ->
          ours(
              "deadline",
              "Not in time",
              detail,
              "send it again, fewer solutions at once, or raise"
                  + " whetstone.verify.verifications-deadline");
      case FAULT -> Problem.ours(500, detail, null);
    };
  }

  private static Problem ours(String kind, String title, String detail, String mend) {
    return Problem.of(kind, title, 503, detail, null, mend);
  }
}
