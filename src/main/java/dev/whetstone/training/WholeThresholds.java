package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.ScoredStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where a whole solution scores 1/2, and where 1: a logistic curve from the log odds of its P(no
 * step is wrong) to the share of right ones, among as many right as wrong ones and with each
 * problem counted once. It scores 1 from where at least half are right, which is where balanced
 * accuracy is highest if the curve fits, and 1/2 from where at least a quarter are.
 *
 * @param half at most full
 */
record WholeThresholds(double half, double full) {
  private static final double FULL_SHARE = 0.5;
  private static final double HALF_SHARE = 0.25;

  /** The shares themselves where P tells right ones from wrong ones no better than chance. */
  static WholeThresholds of(List<Ways> problems) {
    long right = problems.stream().filter(ways -> !ways.right().isEmpty()).count();
    long wrong = problems.stream().filter(ways -> !ways.wrong().isEmpty()).count();
    List<ScoredStep> wholes = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      add(i, problems.get(i).right(), 1, wholes, (right + wrong) / 2.0 / right);
      add(i, problems.get(i).wrong(), 0, wholes, (right + wrong) / 2.0 / wrong);
    }
    Card.Calibration curve = Platt.fit(wholes);
    if (right == 0 || wrong == 0 || curve.slope() <= 0)
      return new WholeThresholds(HALF_SHARE, FULL_SHARE);
    return new WholeThresholds(where(curve, HALF_SHARE), where(curve, FULL_SHARE));
  }

  private static void add(
      int problem, List<Ways.Way> ways, double right, List<ScoredStep> wholes, double weight) {
    for (int i = 0; i < ways.size(); i++) {
      double logit = ValidationScores.logit(ways.get(i).whole());
      wholes.add(new ScoredStep(problem, i, logit, right, weight / ways.size()));
    }
  }

  /** One line for people. */
  String told(List<Ways> problems) {
    return "A solution is right from %.3f: on the validation data %.0f %% of right ways are, and %.0f %% of wrong ones"
        .formatted(full, 100 * from(problems, Ways::right), 100 * from(problems, Ways::wrong));
  }

  private double from(List<Ways> problems, Function<Ways, List<Ways.Way>> kind) {
    return problems.stream()
        .map(kind)
        .filter(ways -> !ways.isEmpty())
        .mapToDouble(
            ways -> ways.stream().filter(way -> way.whole() >= full).count() / (double) ways.size())
        .average()
        .orElse(Double.NaN);
  }

  private static double where(Card.Calibration curve, double share) {
    double odds = (ValidationScores.logit(share) - curve.offset()) / curve.slope();
    return 1 / (1 + Math.exp(-odds));
  }
}
