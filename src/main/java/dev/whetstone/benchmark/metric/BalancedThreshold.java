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

  /**
   * @param weight how much it counts within its class
   */
  public record Case(double score, boolean positive, double weight) {}

  public static double of(List<Double> scores, List<Boolean> positive) {
    return of(
        IntStream.range(0, scores.size())
            .mapToObj(i -> new Case(scores.get(i), positive.get(i), 1))
            .toList());
  }

  /** In the middle between two scores; 1/2 where a class is missing. */
  public static double of(List<Case> cases) {
    double positives = weight(cases, true);
    double negatives = weight(cases, false);
    if (positives == 0 || negatives == 0) return 0.5;
    List<Case> ascending = cases.stream().sorted(Comparator.comparingDouble(Case::score)).toList();
    double gain = 0;
    double best = 0;
    double threshold = ascending.getFirst().score();
    for (int i = 0; i + 1 < ascending.size(); i++) {
      Case below = ascending.get(i);
      double above = ascending.get(i + 1).score();
      gain += below.positive() ? -below.weight() / positives : below.weight() / negatives;
      if (below.score() < above && gain > best) {
        best = gain;
        threshold = (below.score() + above) / 2;
      }
    }
    return threshold;
  }

  private static double weight(List<Case> cases, boolean positive) {
    return cases.stream().filter(c -> c.positive() == positive).mapToDouble(Case::weight).sum();
  }
}
