package dev.whetstone.training.retraining;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a retraining is due: after so many new labels and outcomes, or after so long with any.
 *
 * @param after new labels and outcomes that start one
 * @param interval between the beginnings of two
 */
record Schedule(Optional<Integer> after, Optional<Duration> interval) {
  /**
   * @throws IllegalArgumentException if it never starts one, or without end
   */
  Schedule {
    if (after.isEmpty() && interval.isEmpty())
      throw new IllegalArgumentException("whetstone.retraining: write after, interval, or both");
    if (after.orElse(1) < 1)
      throw new IllegalArgumentException("whetstone.retraining.after is at least 1");
    if (!interval.orElse(Duration.ofDays(1)).isPositive())
      throw new IllegalArgumentException("whetstone.retraining.interval is above zero");
  }

  /**
   * Why one is due; empty where none is.
   *
   * @param fresh labels and outcomes since then
   */
  Optional<String> reason(long fresh, Instant since, Instant now) {
    if (after.isPresent() && fresh >= after.get())
      return Optional.of("%d new labels and outcomes since %s".formatted(fresh, since));
    boolean over = interval.isPresent() && !now.isBefore(since.plus(interval.get()));
    return over && fresh > 0
        ? Optional.of("%s since %s".formatted(interval.get(), since))
        : Optional.empty();
  }

  /** What is waited for, in words. */
  String waiting(long fresh, Instant since) {
    String count =
        after
            .map(enough -> "%d of %d new labels and outcomes".formatted(fresh, enough))
            .orElse("%d new labels and outcomes".formatted(fresh));
    return count + interval.map(span -> ", the next at " + since.plus(span)).orElse("");
  }
}
