package dev.whetstone.training;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the linear model counts beside the network: the factor of its log odds that validation
 * data is likeliest with, after calibration (stacking, Wolpert 1992).
 */
final class Balance {
  private static final List<Double> FACTORS =
      List.of(0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0);

  private Balance() {}

  /**
   * @param scored steps of the examples, whose priors the logits contain once
   */
  static double of(List<ScoredStep> scored, List<Example> examples) {
    double best = 1;
    for (double factor : FACTORS)
      if (loss(scored, examples, factor) < loss(scored, examples, best)) best = factor;
    return best;
  }

  private static double loss(List<ScoredStep> scored, List<Example> examples, double factor) {
    return Platt.loss(weighed(scored, examples, factor));
  }

  /** The steps with their priors counted so many times, but for those that they decide. */
  static List<ScoredStep> weighed(List<ScoredStep> scored, List<Example> examples, double factor) {
    List<ScoredStep> weighed = new ArrayList<>();
    for (ScoredStep s : scored) {
      double prior = examples.get(s.example()).steps().get(s.step()).prior().logit();
      weighed.add(s.decided() ? s : s.with(s.logit() + (factor - 1) * prior));
    }
    return weighed;
  }
}
