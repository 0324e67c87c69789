package dev.whetstone.benchmark.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals from draws of whole clusters with replacement (Efron and Tibshirani, 1993,
 * chapter 13): the steps and solutions of one problem are no independent examples.
 *
 * @param seed the same seed draws the same clusters, whatever is measured on them
 */
public record Bootstrap(int draws, long seed) {
  private static final double TAIL = 0.025;

  public Bootstrap {
    if (draws < 1 || draws > 100_000)
      throw new IllegalArgumentException("draws lie between 1 and 100,000, not " + draws);
  }

  /**
   * @param statistic computed with each cluster counted as often as its weight says; NaN where it
   *     does not exist
   * @return empty where the data themselves have no such number; draws without it are left out
   */
  public Optional<Estimate> estimate(Clusters clusters, ToDoubleFunction<int[]> statistic) {
    double value = statistic.applyAsDouble(clusters.once());
    if (Double.isNaN(value)) return Optional.empty();
    double[] drawn = drawn(clusters.count(), statistic);
    if (drawn.length == 0) return Optional.empty();
    return Optional.of(new Estimate(value, quantile(drawn, TAIL), quantile(drawn, 1 - TAIL)));
  }

  private double[] drawn(int clusters, ToDoubleFunction<int[]> statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] weights = new int[clusters];
    double[] drawn = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      Arrays.fill(weights, 0);
      for (int i = 0; i < clusters; i++) weights[random.nextInt(clusters)]++;
      drawn[draw] = statistic.applyAsDouble(weights);
    }
    return Arrays.stream(drawn).filter(x -> !Double.isNaN(x)).sorted().toArray();
  }

  /** Between the two nearest of the ascending values. */
  private static double quantile(double[] ascending, double share) {
    double at = share * (ascending.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (at - below) * (ascending[above] - ascending[below]);
  }
}
