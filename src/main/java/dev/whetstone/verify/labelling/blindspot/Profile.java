package dev.whetstone.verify.labelling.blindspot;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The best fits with π0 free or held; searched over the logit of the mean rate a/(a+b) and the
 * logarithm of the concentration a+b, within bounds, because flaws all alike push it to infinity.
 */
final class Profile {
  private static final List<double[]> STARTS =
      List.of(new double[] {-2, 0}, new double[] {0, 0.7}, new double[] {0, 4});
  private static final double MOST_LOGIT = 9;
  private static final double LEAST_LOG = Math.log(0.02);
  private static final double MOST_LOG = Math.log(1e4);
  private static final double PRECISION = 1e-7;
  private static final double STEP = 0.5;
  private static final int MAX_RESTARTS = 5;

  private final Likelihood likelihood;

  Profile(Likelihood likelihood) {
    this.likelihood = likelihood;
  }

  Detection best() {
    return STARTS.stream()
        .map(start -> highest(x -> likelihood.logOf(withBestMass(x)), start))
        .map(this::withBestMass)
        .reduce((one, other) -> likelihood.logOf(one) >= likelihood.logOf(other) ? one : other)
        .orElseThrow();
  }

  /** The highest log-likelihood with that π0; a fit near by is a start of the search. */
  double at(double mass, Detection near) {
    double[] start = {Math.log(near.a() / near.b()), Math.log(near.a() + near.b())};
    return Stream.of(start, STARTS.getFirst())
        .map(s -> highest(x -> likelihood.logOf(with(mass, x)), s))
        .mapToDouble(x -> likelihood.logOf(with(mass, x)))
        .max()
        .orElseThrow();
  }

  /** Starts again from where a simplex came to rest, lest it lies flat against a bound. */
  private static double[] highest(MultivariateFunction function, double[] start) {
    double[] best = climb(function, start);
    for (int restart = 0; restart < MAX_RESTARTS; restart++) {
      double[] again = climb(function, best);
      double gain = function.value(again) - function.value(best);
      if (gain > 0) best = again;
      if (gain < PRECISION) break;
    }
    return best;
  }

  private static double[] climb(MultivariateFunction function, double[] start) {
    return new SimplexOptimizer(0, PRECISION)
        .optimize(
            GoalType.MAXIMIZE,
            new ObjectiveFunction(function),
            new InitialGuess(bounded(start)),
            new NelderMeadSimplex(start.length, STEP),
            MaxEval.unlimited())
        .getPoint();
  }

  private Detection withBestMass(double[] point) {
    Detection any = with(0, point);
    return likelihood.withBestMass(any.a(), any.b());
  }

  private static Detection with(double mass, double[] point) {
    double[] inside = bounded(point);
    double concentration = Math.exp(inside[1]);
    return new Detection(
        mass,
        concentration / (1 + Math.exp(-inside[0])),
        concentration / (1 + Math.exp(inside[0])));
  }

  private static double[] bounded(double[] point) {
    return new double[] {
      Math.clamp(point[0], -MOST_LOGIT, MOST_LOGIT), Math.clamp(point[1], LEAST_LOG, MOST_LOG)
    };
  }
}
