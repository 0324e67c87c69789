package dev.whetstone.api;

import dev.whetstone.verify.proof.NoJudge;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Why nothing is said of a proof, in the one vocabulary of problems. */
final class ProofProblems {
  private static final int UNAVAILABLE = 503;
  private static final String AGAIN =
      "send it again: what was judged of it already is not asked twice; or raise"
          + " whetstone.proof.deadline";
  private static final String SETTINGS =
      "look at whetstone.generative.api-key and whetstone.generative.model: the server refuses what"
          + " it is sent";
  private static final Logger LOG = Logger.getLogger(ProofProblems.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();
  private static final AtomicLong WARNED = new AtomicLong(System.nanoTime() - QUIET);
  private static final String MORE_VOTES =
      "raise whetstone.proof.samples, or have it labelled: POST /api/v1/labellings";

  @ServerExceptionMapper
  RestResponse<Problem> noJudge(NoJudge fault) {
    Problem problem =
        Problem.of(
            "no-generative-verifier",
            "No generative verifier",
            UNAVAILABLE,
            fault.getMessage(),
            null,
            "set whetstone.generative.base-url to an OpenAI-compatible server");
    return RestResponse.ResponseBuilder.<Problem>create(UNAVAILABLE)
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  /** Never the candidate's zero. */
  static NothingRead of(Unjudged<?> unjudged) {
    if (unjudged.why() != Why.TOO_LONG) warn(unjudged);
    return switch (unjudged.why()) {
      case TOO_LONG -> new NothingRead(tooLong(unjudged.detail()), false);
      case REFUSED -> new NothingRead(ours(unjudged.detail(), SETTINGS), false);
      case REFUTED -> new NothingRead(ours(unjudged.detail(), MORE_VOTES), false);
      case UNANSWERED, CUT_OFF, UNREADABLE -> new NothingRead(ours(unjudged.detail(), AGAIN), true);
    };
  }

  /** One line each minute, however many requests fail. */
  private static void warn(Unjudged<?> unjudged) {
    long before = WARNED.get();
    long now = System.nanoTime();
    if (now - before >= QUIET && WARNED.compareAndSet(before, now))
      LOG.warnf("the generative verifier gave no verdict: %s", unjudged.detail());
  }

  private static Problem tooLong(String detail) {
    return Problem.of(
        "unscorable", "Unscorable", 422, detail, "response", "send a shorter one, in fewer steps");
  }

  private static Problem ours(String detail, String mend) {
    return Problem.of(
        "unjudged",
        "Not judged",
        UNAVAILABLE,
        "the generative verifier gave no verdict: " + detail,
        null,
        mend);
  }
}
