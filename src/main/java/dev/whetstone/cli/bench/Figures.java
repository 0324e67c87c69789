package dev.whetstone.cli.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Order statistics. */
final class Figures {
  private Figures() {}

  /**
   * The smallest value that at least this share of the values do not exceed (nearest rank).
   *
   * @param sorted in ascending order; not empty
   * @param share in (0, 1]
   */
  static long percentile(long[] sorted, double share) {
    if (sorted.length == 0) throw new IllegalArgumentException("percentile of nothing");
    if (!(share > 0 && share <= 1)) throw new IllegalArgumentException("share: " + share);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The middle value, or the mean of the two in the middle; NaN of nothing. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) return Double.NaN;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static <T> double median(Collection<T> of, ToDoubleFunction<T> value) {
    return median(of.stream().mapToDouble(value).toArray());
  }
}
