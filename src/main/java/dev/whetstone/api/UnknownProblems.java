package dev.whetstone.api;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Ids of nothing. */
final class UnknownProblems {
  @ServerExceptionMapper
  RestResponse<Problem> unknown(Unknown fault) {
    return Problems.answer(fault.problem());
  }
}
