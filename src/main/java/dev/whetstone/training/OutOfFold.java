package dev.whetstone.training;

import dev.whetstone.benchmark.metric.Calibration;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * The expected calibration error of steps whose calibration was taken from other problems: what was
 * fitted to a problem is no witness of how far it can be trusted on the next.
 */
final class OutOfFold {
  private static final int FOLDS = 5;

  private OutOfFold() {}

  /** NaN where there is no step. */
  static double calibrationError(List<Example> examples, List<ScoredStep> scored) {
    List<ScoredStep> steps = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<ScoredStep> others = new ArrayList<>();
      List<ScoredStep> own = new ArrayList<>();
      for (ScoredStep step : scored.stream().filter(s -> s.weight() > 0).toList())
        (fold(examples.get(step.example())) == fold ? own : others).add(step);
      Card.Calibration calibration = Platt.fit(others);
      for (ScoredStep step : own) probabilities.add(Platt.probability(calibration, step));
      steps.addAll(own);
    }
    return error(steps, probabilities);
  }

  private static int fold(Example example) {
    return Math.floorMod(Hash.ofText(example.problem()).asLong(), FOLDS);
  }

  private static double error(List<ScoredStep> steps, List<Double> probabilities) {
    boolean[] right = new boolean[steps.size()];
    for (int i = 0; i < right.length; i++) right[i] = steps.get(i).right() >= 0.5;
    double[] said = probabilities.stream().mapToDouble(Double::doubleValue).toArray();
    List<String> problems = steps.stream().map(step -> Integer.toString(step.example())).toList();
    return new Calibration(said, right, Clusters.of(problems)).expectedError();
  }
}
