package dev.whetstone.benchmark.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The threshold at which the share of positives from it on exceeds that of negatives most (Youden,
 * 1950): it does not depend on how common either is.
 */
public final class BalancedThreshold {
  private BalancedThreshold() {}

  /** In the middle between two scores; 1/2 where a class is missing. */
  public static double of(List<Double> scores, List<Boolean> positive) {
    long positives = positive.stream().filter(p -> p).count();
    long negatives = positive.size() - positives;
    if (positives == 0 || negatives == 0) return 0.5;
    List<Integer> ascending =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparingDouble(scores::get))
            .toList();
    double gain = 0;
    double best = 0;
    double threshold = scores.get(ascending.getFirst());
    for (int i = 0; i + 1 < ascending.size(); i++) {
      gain += positive.get(ascending.get(i)) ? -1.0 / positives : 1.0 / negatives;
      double below = scores.get(ascending.get(i));
      double above = scores.get(ascending.get(i + 1));
      if (below < above && gain > best) {
        best = gain;
        threshold = (below + above) / 2;
      }
    }
    return threshold;
  }
}
