package dev.whetstone.api;

import dev.whetstone.rollout.TooManyEpisodes;
import dev.whetstone.rollout.UnknownEpisode;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Episodes that are not, or not any more, or too many. */
final class EpisodeProblems {
  @ServerExceptionMapper
  RestResponse<Problem> unknown(UnknownEpisode fault) {
    return Problems.answer(
        Problem.of(
            fault.closed() ? "closed-episode" : "unknown-episode",
            fault.closed() ? "Closed episode" : "Unknown episode",
            fault.closed() ? 410 : 404,
            fault.getMessage(),
            "episode",
            "open another; whetstone.episodes.life says how long one waits for its player"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> tooMany(TooManyEpisodes fault) {
    return Problems.answer(
        Problem.of(
            "too-many-episodes",
            "Too many episodes",
            503,
            fault.getMessage(),
            null,
            "close those that are done with, or raise whetstone.episodes.max-open"));
  }
}
