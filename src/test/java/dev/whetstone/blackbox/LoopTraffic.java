package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Clients that talk to a server through all its deaths: what nobody answered they send again, the
 * very same, and what they were told is never told otherwise.
 */
final class LoopTraffic {
  static final String KEY = "Idempotency-Key";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final List<Thread> threads = new ArrayList<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeats = new AtomicInteger();
  private volatile boolean stopped;

  /** Does it again and again, each time after this long. */
  void start(String name, Duration pace, Runnable deed) {
    threads.add(Thread.ofPlatform().name(name).start(() -> repeat(pace, deed)));
  }

  private void repeat(Duration pace, Runnable deed) {
    try {
      while (!stopped) {
        deed.run();
        LockSupport.parkNanos(pace.toNanos());
      }
    } catch (AssertionError | RuntimeException e) {
      faults.add(Thread.currentThread().getName() + ": " + e);
    }
  }

  /** The same request until it is answered. */
  <T> T insist(Supplier<T> request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return request.get();
      } catch (UncheckedIOException noAnswer) {
        if (System.nanoTime() > end) throw noAnswer;
        repeats.incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Requests that had no answer, and were sent again. */
  int repeats() {
    return repeats.get();
  }

  void requireNoFault() {
    assertEquals(List.of(), List.copyOf(faults));
  }

  /** Each client ends what it is at. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) thread.join();
    requireNoFault();
  }
}
