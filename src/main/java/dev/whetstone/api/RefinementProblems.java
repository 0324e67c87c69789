package dev.whetstone.api;

import dev.whetstone.benchmark.refinement.Refused;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Attempts that are not taken. */
final class RefinementProblems {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @ServerExceptionMapper
  RestResponse<Problem> refused(Refused fault) {
    Problem problem =
        switch (fault.why()) {
          case UNKNOWN_REFINEMENT ->
              Problem.of(
                  "unknown-refinement",
                  "Unknown refinement",
                  NOT_FOUND,
                  fault.getMessage(),
                  "refinement",
                  "begin with POST /api/v1/refinements");
          case ANSWERED_BEFORE ->
              conflict("answered-before", fault, "answer another ask; the first answer stays");
          case NOT_ASKED ->
              conflict("not-asked", fault, "read the refinement, and answer one of its asks");
        };
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  private static Problem conflict(String kind, Refused fault, String mend) {
    return Problem.of(kind, "Refused", CONFLICT, fault.getMessage(), "number", mend);
  }
}
