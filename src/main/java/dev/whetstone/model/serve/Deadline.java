package dev.whetstone.model.serve;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When an answer is of no more use.
 *
 * @param nanos as {@link System#nanoTime} will say then
 */
public record Deadline(long nanos) {
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + TimeUnit.NANOSECONDS.convert(time));
  }

  /** At most 0 once it has passed. */
  public long nanosLeft() {
    return nanos - System.nanoTime();
  }

  public boolean hasPassed() {
    return nanosLeft() <= 0;
  }
}
