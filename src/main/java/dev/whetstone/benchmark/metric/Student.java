package dev.whetstone.benchmark.metric;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/** Means of few independent values, with Student's interval; of one value there is none. */
public final class Student {
  private static final double TAIL = 0.975;

  private Student() {}

  public static Estimate mean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double half = values.length < 2 ? 0 : halfWidth(values, mean);
    return new Estimate(mean, mean - half, mean + half);
  }

  /** Of values above 0, whose logarithms are averaged: for ratios. */
  public static Estimate geometricMean(double[] values) {
    Estimate log = mean(Arrays.stream(values).map(Math::log).toArray());
    return new Estimate(Math.exp(log.value()), Math.exp(log.low()), Math.exp(log.high()));
  }

  private static double halfWidth(double[] values, double mean) {
    int n = values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new TDistribution(n - 1).inverseCumulativeProbability(TAIL)
        * Math.sqrt(squares / (n - 1) / n);
  }
}
