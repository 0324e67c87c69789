package dev.whetstone.api.security;

import dev.whetstone.api.Problem;
import dev.whetstone.rollout.QuotaSpent;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that a key's day is spent, and when the next one begins. */
final class QuotaProblems {
  @ServerExceptionMapper
  RestResponse<Problem> spent(QuotaSpent fault) {
    Problem problem =
        Problem.of(
            "quota-spent",
            "Quota spent",
            429,
            fault.getMessage(),
            null,
            "go on tomorrow (UTC), or have the key's quota raised");
    return RestResponse.ResponseBuilder.<Problem>create(429)
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(fault.seconds()))
        .build();
  }
}
