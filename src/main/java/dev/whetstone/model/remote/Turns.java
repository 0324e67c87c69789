package dev.whetstone.model.remote;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many requests go at once, the others in the order in which they came. */
final class Turns {
  private final Semaphore free;

  Turns(int atOnce) {
    if (atOnce < 1) throw new IllegalArgumentException("no request at once: " + atOnce);
    free = new Semaphore(atOnce, true);
  }

  /** Whether a turn came within the patience. */
  boolean take(Duration patience) throws InterruptedException {
    return free.tryAcquire(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
  }

  void giveBack() {
    free.release();
  }
}
