package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Takes thresholds from the validation data alone. Its solutions are the ways through each tree of
 * steps: right up to a wrong step, or right to the end.
 */
final class Thresholds {
  private static final double GRID = 0.005;

  private final List<Way> ways = new ArrayList<>();

  /**
   * @param steps P(right) along it
   * @param right whether all are right; else the last one is wrong
   */
  private record Way(List<Double> steps, boolean right) {
    double whole() {
      return steps.stream().reduce(1.0, (a, b) -> a * b);
    }

    /** Whether the first step below the threshold is the wrong one, or there is none. */
    boolean told(double threshold) {
      int first = 0;
      while (first < steps.size() && steps.get(first) >= threshold) first++;
      return right ? first == steps.size() : first == steps.size() - 1;
    }
  }

  private Thresholds() {}

  static Card.Thresholds of(
      List<Example> validation, List<Scored> scored, Card.Calibration calibration) {
    Map<Integer, Map<Integer, Scored>> byExample = new HashMap<>();
    for (Scored s : scored)
      byExample.computeIfAbsent(s.example(), none -> new HashMap<>()).put(s.step(), s);
    Thresholds thresholds = new Thresholds();
    byExample.forEach((i, steps) -> thresholds.add(validation.get(i), steps, calibration));
    double full = thresholds.best(t -> thresholds.balanced(t));
    return new Card.Thresholds(thresholds.best(thresholds::f1), full / 2, full);
  }

  private void add(Example example, Map<Integer, Scored> scored, Card.Calibration calibration) {
    boolean[] goesOn = new boolean[example.steps().size()];
    for (Example.Step step : example.steps()) if (step.parent() >= 0) goesOn[step.parent()] = true;
    for (int i = 0; i < goesOn.length; i++) {
      Scored last = scored.get(i);
      if (last == null) continue;
      boolean right = last.right() >= 0.5;
      if (right && goesOn[i]) continue;
      List<Double> way = way(example, i, scored, calibration);
      if (!way.isEmpty()) ways.add(new Way(way, right));
    }
  }

  /** Nothing if a step before it is wrong or was not labelled. */
  private static List<Double> way(
      Example example, int last, Map<Integer, Scored> scored, Card.Calibration calibration) {
    List<Double> way = new ArrayList<>();
    for (int at = last; at >= 0; at = example.steps().get(at).parent()) {
      Scored step = scored.get(at);
      if (step == null || (at != last && step.right() < 0.5)) return List.of();
      double logit = calibration.slope() * step.logit() + calibration.offset();
      way.addFirst(1 / (1 + Math.exp(-logit)));
    }
    return way;
  }

  /** ProcessBench's F1 (Zheng et al. 2024). */
  private double f1(double threshold) {
    double wrong = share(false, way -> way.told(threshold));
    double right = share(true, way -> way.told(threshold));
    return wrong + right == 0 ? 0 : 2 * wrong * right / (wrong + right);
  }

  /** Mean of the shares of right and of wrong ones that are told so. */
  private double balanced(double threshold) {
    return share(true, way -> way.whole() >= threshold)
        + share(false, way -> way.whole() < threshold);
  }

  private double share(boolean right, java.util.function.Predicate<Way> told) {
    return ways.stream()
        .filter(way -> way.right() == right)
        .mapToInt(way -> told.test(way) ? 1 : 0)
        .average()
        .orElse(0);
  }

  private double best(DoubleUnaryOperator measure) {
    double best = 0.5;
    for (double t = GRID; t < 1; t += GRID)
      if (measure.applyAsDouble(t) > measure.applyAsDouble(best)) best = t;
    return best;
  }
}
