package dev.whetstone.model.remote;

import dev.whetstone.model.remote.Outcome.Failed;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides whether a failed request is sent again, and when. */
final class Retries {
  private final int most;
  private final RetryBudget budget;
  private final Backoff backoff;

  private Retries(int most, RetryBudget budget, Backoff backoff) {
    if (most < 0) throw new IllegalArgumentException("fewer than no retries: " + most);
    this.most = most;
    this.budget = budget;
    this.backoff = backoff;
  }

  static Retries from(RemoteSettings settings, RandomGenerator random) {
    return new Retries(
        settings.retries(),
        new RetryBudget(settings.retryShare(), settings.retryReserve()),
        new Backoff(settings.backoff(), settings.longestBackoff(), random));
  }

  /** A new question is asked. */
  void earn() {
    budget.earn();
  }

  /**
   * How long to wait before the next request; empty if there is none.
   *
   * @param attempt the one that failed, from 1
   * @param left until the deadline: what would come after it is not begun
   */
  Optional<Duration> pause(int attempt, Attempt tried, Duration left) {
    if (!(tried.outcome() instanceof Failed failed) || !failed.reason().isPassing())
      return Optional.empty();
    if (attempt > most) return Optional.empty();
    Duration pause = backoff.pause(attempt, tried.asked());
    return pause.compareTo(left) < 0 && budget.spend() ? Optional.of(pause) : Optional.empty();
  }
}
