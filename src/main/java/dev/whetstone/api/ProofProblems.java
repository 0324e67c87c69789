package dev.whetstone.api;

import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;

/** Why nothing is said of a proof, in the one vocabulary of problems. */
final class ProofProblems {
  private ProofProblems() {}

  /** Never the candidate's zero. */
  static NothingRead of(Unjudged<?> unjudged) {
    return unjudged.why() == Why.TOO_LONG
        ? new NothingRead(tooLong(unjudged.detail()), false)
        : new NothingRead(ours(unjudged.detail()), true);
  }

  private static Problem tooLong(String detail) {
    return Problem.of(
        "unscorable", "Unscorable", 422, detail, "response", "send a shorter one, in fewer steps");
  }

  private static Problem ours(String detail) {
    return Problem.of(
        "unjudged",
        "Not judged",
        503,
        "the generative verifier gave no verdict: " + detail,
        null,
        "send it again: what was judged of it already is not asked twice; or raise"
            + " whetstone.proof.deadline");
  }
}
