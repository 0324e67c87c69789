package dev.whetstone.api;

import dev.whetstone.training.promotion.NotRolledBack;
import dev.whetstone.training.promotion.UnknownVerifier;
import dev.whetstone.training.retraining.NotRetrained;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can be wrong with a request about a verifier's versions. */
final class VerifierProblems {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @ServerExceptionMapper
  RestResponse<Problem> unknownVerifier(UnknownVerifier fault) {
    return Problems.answer(
        Problem.of(
            "unknown-verifier",
            "Unknown verifier",
            NOT_FOUND,
            fault.getMessage(),
            "verifier",
            "name one of those that GET /api/v1/models lists"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> notRetrained(NotRetrained fault) {
    return Problems.answer(
        Problem.of(
            "not-retrained",
            "Not retrained",
            CONFLICT,
            fault.getMessage(),
            "verifier",
            fault.mend()));
  }

  @ServerExceptionMapper
  RestResponse<Problem> notRolledBack(NotRolledBack fault) {
    return Problems.answer(
        Problem.of(
            "not-rolled-back",
            "Not rolled back",
            CONFLICT,
            fault.getMessage(),
            "version",
            "see GET /api/v1/verifiers/{verifier}/versions for what serves and what served"
                + " before"));
  }
}
