package dev.whetstone.training;

import dev.whetstone.benchmark.metric.BalancedThreshold;
import dev.whetstone.benchmark.metric.BalancedThreshold.Case;
import dev.whetstone.model.Card;
import dev.whetstone.model.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Where the probabilities of a new version become decisions, each problem counting once. The step
 * threshold is where ProcessBench's F1 is highest: the harmonic mean of the shares of right ways
 * that are accepted and of wrong ways whose error is named. The whole scores 1 from where it tells
 * right from wrong ways best ({@link BalancedThreshold}), and 1/2 from the median of the wrong
 * ones.
 */
final class Thresholds {
  /** A shorter way is the beginning of a solution, whose lowest step is mostly higher. */
  private static final int LEAST_STEPS = 4;

  private static final double UNKNOWN = 0.5;

  /** What is found below no threshold. */
  private static final double NEVER = 2;

  private Thresholds() {}

  static Card.Thresholds of(List<Ways> problems) {
    List<Case> wholes = cases(problems, Ways.Way::whole, Ways.Way::whole, 1);
    double full = BalancedThreshold.of(wholes);
    return new Card.Thresholds(
        Optional.of(step(problems)), Math.min(full, wrongMedian(wholes)), full);
  }

  /** 1/2 where there are no right ways, or none whose error could be named. */
  private static double step(List<Ways> problems) {
    List<Case> ascending =
        cases(problems, Ways.Way::lowest, Thresholds::lowestIfNamed, LEAST_STEPS);
    ascending.sort(Comparator.comparingDouble(Case::score));
    double right = weight(ascending, true);
    double wrong = weight(ascending, false);
    double refused = 0;
    double located = 0;
    double best = 0;
    double threshold = UNKNOWN;
    for (int i = 0; i + 1 < ascending.size(); i++) {
      Case below = ascending.get(i);
      double above = Math.min(1, ascending.get(i + 1).score());
      if (below.positive()) refused += below.weight();
      else located += below.weight();
      double f1 = harmonicMean(1 - refused / right, located / wrong);
      if (below.score() < above && f1 > best) {
        best = f1;
        threshold = (below.score() + above) / 2;
      }
    }
    return threshold;
  }

  private static double lowestIfNamed(Ways.Way wrong) {
    OptionalInt last = OptionalInt.of(wrong.steps().size() - 1);
    return Reading.likeliestError(wrong.steps()).equals(last) ? wrong.lowest() : NEVER;
  }

  private static double harmonicMean(double a, double b) {
    return a > 0 && b > 0 ? 2 * a * b / (a + b) : 0;
  }

  private static double weight(List<Case> cases, boolean positive) {
    return cases.stream().filter(c -> c.positive() == positive).mapToDouble(Case::weight).sum();
  }

  private static List<Case> cases(
      List<Ways> problems,
      ToDoubleFunction<Ways.Way> ofRight,
      ToDoubleFunction<Ways.Way> ofWrong,
      int leastSteps) {
    List<Case> cases = new ArrayList<>(cases(problems, Ways::right, true, leastSteps, ofRight));
    cases.addAll(cases(problems, Ways::wrong, false, leastSteps, ofWrong));
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
