package dev.whetstone.verify.labelling.blindspot;

import dev.whetstone.verify.labelling.Interval;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The blind spot by maximum likelihood, zero-inflated beta-binomial, with the interval of its
 * profile likelihood: all π0 whose best fit loses at most 1.92 = χ²(1, 95 %)/2. Few audits cannot
 * tell a blind spot from flaws that are merely hard to find: then the interval reaches down to 0.
 *
 * @param detection the fit
 * @param interval of π0, 95 %
 * @param logLikelihood of the fit
 */
public record BlindSpot(Detection detection, Interval interval, double logLikelihood) {
  private static final double LOSS = 1.920729;
  private static final int HALVINGS = 16;
  private static final double ALL = 1 - 1e-9;

  /**
   * @throws IllegalArgumentException where there is no audit
   */
  public static BlindSpot of(List<Audit> flawed) {
    if (flawed.isEmpty()) throw new IllegalArgumentException("a fit needs an audited proof");
    Likelihood likelihood = new Likelihood(flawed);
    Profile profile = new Profile(likelihood);
    Detection best = profile.best();
    double most = likelihood.logOf(best);
    DoubleUnaryOperator excess = mass -> profile.at(mass, best) - (most - LOSS);
    return new BlindSpot(
        best, new Interval(low(excess, best.blindSpot()), high(excess, best.blindSpot())), most);
  }

  private static double low(DoubleUnaryOperator excess, double inside) {
    return excess.applyAsDouble(0) >= 0 ? 0 : edge(excess, inside, 0);
  }

  private static double high(DoubleUnaryOperator excess, double inside) {
    return excess.applyAsDouble(ALL) >= 0 ? 1 : edge(excess, inside, ALL);
  }

  private static double edge(DoubleUnaryOperator excess, double inside, double outside) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (in + out) / 2;
      if (excess.applyAsDouble(middle) >= 0) in = middle;
      else out = middle;
    }
    return in;
  }
}
