package dev.whetstone.api;

import dev.whetstone.benchmark.review.AnsweredBefore;
import dev.whetstone.benchmark.review.NotLeased;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Votes that are not taken. */
final class ReviewProblems {
  private static final int CONFLICT = 409;

  @ServerExceptionMapper
  RestResponse<Problem> notLeased(NotLeased fault) {
    return conflict(
        "not-leased",
        "Not in the rater's hands",
        fault.getMessage(),
        "take an item with POST /api/v1/reviews/next");
  }

  @ServerExceptionMapper
  RestResponse<Problem> answeredBefore(AnsweredBefore fault) {
    return conflict(
        "answered-before",
        "Answered before",
        fault.getMessage(),
        "go on with the next item; the first answer stays");
  }

  private static RestResponse<Problem> conflict(
      String kind, String title, String detail, String mend) {
    return RestResponse.ResponseBuilder.<Problem>create(CONFLICT)
        .entity(Problem.of(kind, title, CONFLICT, detail, "item", mend))
        .type(Problem.MEDIA_TYPE)
        .build();
  }
}
