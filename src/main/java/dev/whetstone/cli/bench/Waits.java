package dev.whetstone.cli.bench;

import java.util.stream.LongStream;

/** How long each request took. */
final class Waits {
  private final long[] ascending;

  Waits(LongStream nanos) {
    ascending = nanos.sorted().toArray();
  }

  int count() {
    return ascending.length;
  }

  double millis(double percentile) {
    return Figures.percentile(ascending, percentile) / 1e6;
  }
}
