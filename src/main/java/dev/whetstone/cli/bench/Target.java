package dev.whetstone.cli.bench;

import java.io.IOException;
import java.net.URI;

/** A running server that is measured. */
interface Target extends AutoCloseable {
  URI base();

  /** What it has used up to now. */
  Cost cost();

  /** The most memory the server had resident, in MB, its database apart; NaN if unseen. */
  double peakMegabytes();

  @Override
  void close() throws IOException;

  /** Somebody else's server: only what it answers can be seen. */
  static Target existing(URI base) {
    return new Target() {
      @Override
      public URI base() {
        return base;
      }

      @Override
      public Cost cost() {
        return Cost.UNKNOWN;
      }

      @Override
      public double peakMegabytes() {
        return Double.NaN;
      }

      @Override
      public void close() {
        // It is not ours.
      }
    };
  }
}
