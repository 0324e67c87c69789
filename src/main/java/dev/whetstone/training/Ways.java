package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways through one problem's tree of steps, as thresholds are chosen on them: each to a step
 * that is labelled, after right ones. So wrong ways are as long as the right ones beside them, and
 * a whole that is low for its length alone tells nothing.
 *
 * @param wrong those to a wrong step
 * @param right those to a right step
 */
record Ways(List<Way> wrong, List<Way> right) {
  Ways {
    wrong = List.copyOf(wrong);
    right = List.copyOf(right);
  }

  /**
   * @param steps P(right) along it
   */
  record Way(List<Double> steps) {
    Way {
      steps = List.copyOf(steps);
    }

    /** P(no step is wrong), as a reading says it. */
    double whole() {
      return steps.stream().reduce(1.0, (a, b) -> a * b);
    }

    double lowest() {
      return steps.stream().mapToDouble(p -> p).min().orElse(1);
    }
  }

  /** Of each problem that has a labelled way. */
  static List<Ways> of(
      List<Example> validation, List<ScoredStep> scored, Card.Calibration calibration) {
    Map<Integer, Map<Integer, ScoredStep>> byExample = new HashMap<>();
    for (ScoredStep step : scored)
      byExample.computeIfAbsent(step.example(), none -> new HashMap<>()).put(step.step(), step);
    List<Ways> all = new ArrayList<>();
    for (int i = 0; i < validation.size(); i++)
      if (byExample.containsKey(i))
        all.add(new Tree(validation.get(i), byExample.get(i), calibration).ways());
    return all.stream().filter(w -> !w.wrong.isEmpty() || !w.right.isEmpty()).toList();
  }

  private record Tree(
      Example example, Map<Integer, ScoredStep> scored, Card.Calibration calibration) {
    Ways ways() {
      List<Way> wrong = new ArrayList<>();
      List<Way> right = new ArrayList<>();
      for (int i = 0; i < example.steps().size(); i++)
        if (isLabelled(i)) way(i).ifPresent(isRight(i) ? right::add : wrong::add);
      return new Ways(wrong, right);
    }

    private boolean isLabelled(int step) {
      return scored.containsKey(step) && scored.get(step).weight() > 0;
    }

    private boolean isRight(int step) {
      return scored.get(step).right() >= 0.5;
    }

    /** Nothing if a step before it is wrong or was not read. */
    private Optional<Way> way(int last) {
      List<Double> steps = new ArrayList<>();
      for (int at = last; at >= 0; at = example.steps().get(at).parent()) {
        ScoredStep step = scored.get(at);
        if (step == null || (at != last && !isRight(at))) return Optional.empty();
        steps.addFirst(Platt.probability(calibration, step));
      }
      return Optional.of(new Way(steps));
    }
  }
}
