package dev.whetstone.benchmark.review;

import java.util.Arrays;

/**
 * Inclusion probabilities for Poisson sampling, where each item is drawn or not by itself: π_i =
 * min(1, e + c·v_i). The even part e is above 0, so that no item is without a chance and
 * Horvitz-Thompson estimates are unbiased; c makes them sum to the expected number. See Särndal,
 * Swensson and Wretman 1992, "Model Assisted Survey Sampling", section 3.5.
 */
public final class Inclusion {
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
    double scale = scale(values, expected * (1 - evenShare), 1 - even);
    return Arrays.stream(values).map(v -> v > 0 ? Math.min(1, even + scale * v) : even).toArray();
  }

  /**
   * c, such that the parts min(most, c·v) sum to the whole; infinite where all that have any value
   * are not enough. From the largest value down: as long as its part were too much, it is certain,
   * and the rest is shared by the others.
   */
  private static double scale(double[] values, double whole, double most) {
    double[] rising = Arrays.stream(values).sorted().toArray();
    double[] sums = rising.clone();
    for (int i = 1; i < sums.length; i++) sums[i] += sums[i - 1];
    double left = whole;
    for (int i = rising.length - 1; i >= 0 && rising[i] > 0; i--) {
      if (left * rising[i] <= most * sums[i]) return left / sums[i];
      left -= most;
    }
    return Double.POSITIVE_INFINITY;
  }
}
