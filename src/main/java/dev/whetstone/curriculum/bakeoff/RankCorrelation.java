package dev.whetstone.curriculum.bakeoff;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation; equals share their mean rank. */
final class RankCorrelation {
  private RankCorrelation() {}

  /** In [-1, 1]; NaN where either is all alike. */
  static double of(double[] one, double[] other) {
    double[] a = ranks(one);
    double[] b = ranks(other);
    double mean = (a.length + 1) / 2.0;
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - mean) * (b[i] - mean);
      squareA += (a[i] - mean) * (a[i] - mean);
      squareB += (b[i] - mean) * (b[i] - mean);
    }
    return product / Math.sqrt(squareA * squareB);
  }

  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) to++;
      for (int i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2.0;
    }
    return ranks;
  }
}
