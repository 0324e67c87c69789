package dev.whetstone.benchmark.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scored examples of two classes, sorted once, so that any weighting of their clusters is measured
 * in one pass. Every measure is NaN where a class has no weight.
 */
public final class Ranking {
  private final Clusters clusters;
  private final boolean[] positive; // by descending score, as all that follows
  private final int[] cluster;
  private final boolean[] tiedWithNext;

  /**
   * @param scores the higher, the surer that the example is positive
   */
  public Ranking(double[] scores, boolean[] positives, Clusters clusters) {
    int[] order = descending(scores);
    this.clusters = clusters;
    positive = new boolean[order.length];
    cluster = new int[order.length];
    tiedWithNext = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      positive[i] = positives[order[i]];
      cluster[i] = clusters.of()[order[i]];
      tiedWithNext[i] = i + 1 < order.length && scores[order[i]] == scores[order[i + 1]];
    }
  }

  private static int[] descending(double[] scores) {
    if (Arrays.stream(scores).anyMatch(Double::isNaN))
      throw new IllegalArgumentException("NaN ranks nowhere");
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** One point of the ROC curve: both shares are of those scored at a threshold or above. */
  public record Point(double falsePositives, double truePositives) {}

  public Clusters clusters() {
    return clusters;
  }

  /** P(a positive scores above a negative) + P(they tie) / 2 (Mann and Whitney, 1947). */
  public double auc(int[] weights) {
    double wins = 0;
    double positivesAbove = 0; // before this tie
    double positives = 0;
    double negatives = 0;
    double tiedNegatives = 0;
    for (int i = 0; i < positive.length; i++) {
      int weight = weights[cluster[i]];
      if (positive[i]) positives += weight;
      else tiedNegatives += weight;
      if (tiedWithNext[i]) continue;
      wins += tiedNegatives * (positivesAbove + positives) / 2;
      negatives += tiedNegatives;
      tiedNegatives = 0;
      positivesAbove = positives;
    }
    return wins / (positives * negatives);
  }

  /**
   * The sum of precision times the gain in recall, a tie taken as one threshold; NaN without
   * positives.
   */
  public double averagePrecision(int[] weights) {
    double sum = 0;
    double positives = 0;
    double all = 0;
    double tiedPositives = 0;
    for (int i = 0; i < positive.length; i++) {
      int weight = weights[cluster[i]];
      all += weight;
      if (positive[i]) tiedPositives += weight;
      if (tiedWithNext[i] || tiedPositives == 0) continue;
      positives += tiedPositives;
      sum += tiedPositives * positives / all;
      tiedPositives = 0;
    }
    return sum / positives;
  }

  /** From (0, 0) to (1, 1), at about so many points; empty where a class is missing. */
  public List<Point> roc(int points) {
    int positives = (int) IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    int negatives = positive.length - positives;
    if (positives == 0 || negatives == 0) return List.of();
    List<Point> curve = new ArrayList<>(List.of(new Point(0, 0)));
    int every = Math.max(1, positive.length / points);
    int found = 0;
    for (int i = 0; i < positive.length; i++) {
      if (positive[i]) found++;
      boolean last = i + 1 == positive.length;
      if (last || (!tiedWithNext[i] && i % every == 0))
        curve.add(new Point((i + 1.0 - found) / negatives, (double) found / positives));
    }
    return curve;
  }
}
