package dev.whetstone.cli.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongConsumer;

/** CPU time of this thread, and of the collector that cleans up behind it. */
final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double SLICE_SECONDS = 0.01;

  private CpuClock() {}

  static double seconds() {
    long collecting =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum();
    return THREADS.getCurrentThreadCpuTime() / 1e9 + collecting / 1e3;
  }

  /**
   * How often in a CPU-second this is done; it is given the numbers 0, 1, 2, ... The clock is read
   * once a slice, to cost next to nothing.
   */
  static double perSecond(double seconds, LongConsumer once) {
    long done = 0;
    long slice = 1;
    double start = seconds();
    double now = start;
    while (now - start < seconds) {
      double before = now;
      for (long end = done + slice; done < end; done++) once.accept(done);
      now = seconds();
      if (now - before < SLICE_SECONDS / 2) slice *= 2;
    }
    return done / (now - start);
  }
}
