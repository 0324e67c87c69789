package dev.whetstone.model.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a retry: evenly drawn between nothing and a bound that doubles ("full
 * jitter"), on top of what the server asked for.
 */
final class Backoff {
  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.isNegative() || longest.compareTo(first) < 0)
      throw new IllegalArgumentException("no back-off: %s to %s".formatted(first, longest));
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * @param attempt the one that failed, from 1
   * @param asked what the server asked for, or zero
   */
  synchronized Duration pause(int attempt, Duration asked) {
    double bound = first.toNanos() * Math.scalb(1.0, Math.min(attempt - 1, MOST_DOUBLINGS));
    double nanos = Math.min(bound, (double) longest.toNanos()) * random.nextDouble();
    return asked.plusNanos((long) nanos);
  }
}
