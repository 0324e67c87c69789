package dev.whetstone.model.remote;

import java.time.Duration;

/**
 * What came of one request.
 *
 * @param asked how long its server asks to wait before the next, or zero
 */
record Attempt(Outcome outcome, Duration asked) {
  static Attempt of(Outcome outcome) {
    return new Attempt(outcome, Duration.ZERO);
  }
}
