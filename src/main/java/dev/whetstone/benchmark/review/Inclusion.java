package dev.whetstone.benchmark.review;

import java.util.Arrays;

/**
 * Inclusion probabilities for Poisson sampling, where each item is drawn or not by itself: π_i =
 * min(1, e + c·v_i). The even part e is above 0, so that no item is without a chance and
 * Horvitz-Thompson estimates are unbiased; c makes them sum to the expected number. See Särndal,
 * Swensson and Wretman 1992, "Model Assisted Survey Sampling", section 3.5.
 */
public final class Inclusion {
  /** Halvings of the interval that c lies in, down to the last bit. */
  private static final int HALVINGS = 100;

  private Inclusion() {}

  /**
   * One for each value, in (0, 1]. They sum to {@code expected} or to the number of values if that
   * is less; to less where few have any value: what is worth nothing gets its even part alone.
   *
   * @param values at least 0
   * @param expected how many are to be drawn, above 0
   * @param evenShare part of them that is spread evenly, in (0, 1]
   */
  public static double[] probabilities(double[] values, double expected, double evenShare) {
    if (!(expected > 0 && evenShare > 0 && evenShare <= 1))
      throw new IllegalArgumentException(expected + " expected, " + evenShare + " of them even");
    double[] certain = new double[values.length];
    Arrays.fill(certain, 1);
    if (expected >= values.length) return certain;
    double even = evenShare * expected / values.length;
    double low = 0;
    double high = bound(values);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (Arrays.stream(at(values, even, middle)).sum() < expected) low = middle;
      else high = middle;
    }
    return at(values, even, high);
  }

  /** Where every value above 0 has a probability of 1. */
  private static double bound(double[] values) {
    return 1 / Arrays.stream(values).filter(v -> v > 0).min().orElse(1);
  }

  private static double[] at(double[] values, double even, double scale) {
    return Arrays.stream(values).map(v -> Math.min(1, even + scale * v)).toArray();
  }
}
