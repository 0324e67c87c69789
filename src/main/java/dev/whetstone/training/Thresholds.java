package dev.whetstone.training;

import dev.whetstone.benchmark.metric.BalancedThreshold;
import dev.whetstone.benchmark.metric.BalancedThreshold.Case;
import dev.whetstone.model.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Where the probabilities of a new version become decisions: each where it tells right ways from
 * wrong ones best ({@link BalancedThreshold}), each problem counting once. A step is wrong below
 * the threshold of the lowest step of a way; the whole scores 1 from that of the product, and 1/2
 * from the median of the wrong ways.
 */
final class Thresholds {
  /** A shorter way is the beginning of a solution, whose lowest step is mostly higher. */
  private static final int LEAST_STEPS = 4;

  private Thresholds() {}

  static Card.Thresholds of(List<Ways> problems) {
    List<Case> wholes = cases(problems, 1, Ways.Way::whole);
    double step = BalancedThreshold.of(cases(problems, LEAST_STEPS, Ways.Way::lowest));
    double full = BalancedThreshold.of(wholes);
    return new Card.Thresholds(Optional.of(step), Math.min(full, wrongMedian(wholes)), full);
  }

  private static List<Case> cases(
      List<Ways> problems, int leastSteps, ToDoubleFunction<Ways.Way> score) {
    List<Case> cases = new ArrayList<>(cases(problems, Ways::right, true, leastSteps, score));
    cases.addAll(cases(problems, Ways::wrong, false, leastSteps, score));
    return cases;
  }

  private static List<Case> cases(
      List<Ways> problems,
      Function<Ways, List<Ways.Way>> kind,
      boolean right,
      int leastSteps,
      ToDoubleFunction<Ways.Way> score) {
    List<Case> cases = new ArrayList<>();
    for (Ways problem : problems) {
      List<Ways.Way> ways =
          kind.apply(problem).stream().filter(way -> way.steps().size() >= leastSteps).toList();
      for (Ways.Way way : ways)
        cases.add(new Case(score.applyAsDouble(way), right, 1.0 / ways.size()));
    }
    return cases;
  }

  /** 1 where there are none. */
  private static double wrongMedian(List<Case> wholes) {
    List<Case> wrong =
        wholes.stream()
            .filter(whole -> !whole.positive())
            .sorted(Comparator.comparingDouble(Case::score))
            .toList();
    double half = wrong.stream().mapToDouble(Case::weight).sum() / 2;
    double below = 0;
    for (Case whole : wrong) {
      below += whole.weight();
      if (below >= half) return whole.score();
    }
    return 1;
  }
}
