package dev.whetstone.benchmark.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far probabilities are what they say: P(step is right) beside what people said of it. */
public final class Calibration {
  /** Equal-width bins of the reliability diagram and of the calibration error. */
  public static final int BINS = 10;

  private final double[] probabilities;
  private final boolean[] happened;
  private final Clusters clusters;

  /**
   * @param happened whether each came true
   */
  public Calibration(double[] probabilities, boolean[] happened, Clusters clusters) {
    if (!Arrays.stream(probabilities).allMatch(p -> p >= 0 && p <= 1))
      throw new IllegalArgumentException("a probability lies between 0 and 1");
    this.probabilities = probabilities.clone();
    this.happened = happened.clone();
    this.clusters = clusters;
  }

  /**
   * One bar of the reliability diagram, [low, high), the last one closed.
   *
   * @param predicted mean probability, 0 where the bin is empty
   * @param observed share that came true, 0 where the bin is empty
   */
  public record Bin(double low, double high, int count, double predicted, double observed) {}

  public Clusters clusters() {
    return clusters;
  }

  /** Mean squared distance of probability and truth (Brier, 1950); NaN without weight. */
  public double brier(int[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < probabilities.length; i++) {
      int weight = weights[clusters.of()[i]];
      double distance = probabilities[i] - (happened[i] ? 1 : 0);
      sum += weight * distance * distance;
      all += weight;
    }
    return sum / all;
  }

  public List<Bin> bins() {
    int[] count = new int[BINS];
    double[] predicted = new double[BINS];
    double[] observed = new double[BINS];
    for (int i = 0; i < probabilities.length; i++) {
      int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
      count[bin]++;
      predicted[bin] += probabilities[i];
      if (happened[i]) observed[bin]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      int n = Math.max(1, count[b]);
      bins.add(
          new Bin(
              (double) b / BINS, (b + 1.0) / BINS, count[b], predicted[b] / n, observed[b] / n));
    }
    return bins;
  }

  /**
   * Expected calibration error: the bins' distance of predicted and observed, weighted by count
   * (Naeini et al., 2015). It has no interval: a bootstrap of it is biased upwards.
   */
  public double expectedError() {
    return bins().stream()
            .mapToDouble(bin -> bin.count() * Math.abs(bin.predicted() - bin.observed()))
            .sum()
        / probabilities.length;
  }
}
