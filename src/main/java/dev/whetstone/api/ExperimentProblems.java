package dev.whetstone.api;

import dev.whetstone.rollout.experiment.TooManyExperiments;
import dev.whetstone.rollout.experiment.UnknownExperiment;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can be wrong with a request about experiments. */
final class ExperimentProblems {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  @ServerExceptionMapper
  RestResponse<Problem> unknown(UnknownExperiment fault) {
    return Problems.answer(
        Problem.of(
            "unknown-experiment",
            "Unknown experiment",
            NOT_FOUND,
            fault.getMessage(),
            "name",
            "create it first"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> tooMany(TooManyExperiments fault) {
    return Problems.answer(
        Problem.of(
            "too-many-experiments",
            "Too many experiments",
            BAD_REQUEST,
            fault.getMessage(),
            "name",
            "delete some, or raise whetstone.experiment.max-experiments"));
  }
}
