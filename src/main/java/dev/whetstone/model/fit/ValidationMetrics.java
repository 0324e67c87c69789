package dev.whetstone.model.fit;

import java.util.Comparator;
import java.util.List;

/**
 * Measures that guide training, each step by its weight; reports have their own, with intervals.
 */
final class ValidationMetrics {
  private ValidationMetrics() {}

  /** Mean log loss in nats. */
  static double logLoss(List<ScoredStep> scored) {
    double loss = 0;
    double weight = 0;
    for (ScoredStep s : scored) {
      loss += s.weight() * (softplus(s.logit()) - s.right() * s.logit());
      weight += s.weight();
    }
    return loss / weight;
  }

  /** log(1 + exp(x)), without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** The share of pairs of a right and a wrong step in which the right one scores higher. */
  static double auc(List<ScoredStep> scored) {
    List<ScoredStep> order =
        scored.stream().sorted(Comparator.comparingDouble(ScoredStep::logit)).toList();
    double rights = 0;
    double wrongs = 0;
    double won = 0;
    for (int i = 0, j; i < order.size(); i = j) {
      for (j = i; j < order.size() && order.get(j).logit() == order.get(i).logit(); ) j++;
      List<ScoredStep> level = order.subList(i, j);
      double right = weight(level, true);
      double wrong = weight(level, false);
      won += right * (wrongs + wrong / 2);
      rights += right;
      wrongs += wrong;
    }
    return won / (rights * wrongs);
  }

  private static double weight(List<ScoredStep> steps, boolean right) {
    return steps.stream()
        .filter(s -> s.right() > 0.5 == right)
        .mapToDouble(ScoredStep::weight)
        .sum();
  }
}
