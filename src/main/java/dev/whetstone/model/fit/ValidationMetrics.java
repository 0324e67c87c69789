package dev.whetstone.model.fit;

import java.util.Comparator;
import java.util.List;

/** Measures that guide training; reports have their own, with intervals. */
final class ValidationMetrics {
  private ValidationMetrics() {}

  /** Mean log loss in nats. */
  static double logLoss(List<ScoredStep> scored) {
    return scored.stream()
        .mapToDouble(s -> softplus(s.logit()) - s.right() * s.logit())
        .average()
        .orElse(Double.NaN);
  }

  /** log(1 + exp(x)), without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** The share of pairs of a right and a wrong step in which the right one scores higher. */
  static double auc(List<ScoredStep> scored) {
    List<ScoredStep> order =
        scored.stream().sorted(Comparator.comparingDouble(ScoredStep::logit)).toList();
    double ranks = 0;
    double rights = 0;
    for (int i = 0, j; i < order.size(); i = j) {
      for (j = i; j < order.size() && order.get(j).logit() == order.get(i).logit(); ) j++;
      double rank = (i + 1 + j) / 2.0;
      for (ScoredStep s : order.subList(i, j))
        if (s.right() > 0.5) {
          rights++;
          ranks += rank;
        }
    }
    double pairs = rights * (order.size() - rights);
    return pairs == 0 ? Double.NaN : (ranks - rights * (rights + 1) / 2) / pairs;
  }
}
