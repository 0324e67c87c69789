package dev.whetstone.verify.labelling.blindspot;

import java.util.List;
import java.util.stream.Stream;

/**
 * The best fits with π0 free or held; searched over the logit of the mean rate a/(a+b) and the
 * logarithm of the concentration a+b, within bounds, because flaws all alike push it to infinity.
 */
final class Profile {
  private static final NelderMead SEARCH =
      new NelderMead(new double[] {-9, Math.log(0.02)}, new double[] {9, Math.log(1e4)}, 1e-7, 300);
  private static final List<double[]> STARTS =
      List.of(new double[] {-2, 0}, new double[] {0, 0.7}, new double[] {0, 4});

  private final Likelihood likelihood;

  Profile(Likelihood likelihood) {
    this.likelihood = likelihood;
  }

  Detection best() {
    return STARTS.stream()
        .map(start -> SEARCH.minimum(x -> -likelihood.logOf(withBestMass(x)), start))
        .map(this::withBestMass)
        .reduce((one, other) -> likelihood.logOf(one) >= likelihood.logOf(other) ? one : other)
        .orElseThrow();
  }

  /** The highest log-likelihood with that π0; a fit near by is a start of the search. */
  double at(double mass, Detection near) {
    double[] start = {Math.log(near.a() / near.b()), Math.log(near.a() + near.b())};
    return Stream.of(start, STARTS.getFirst())
        .map(s -> SEARCH.minimum(x -> -likelihood.logOf(with(mass, x)), s))
        .mapToDouble(x -> likelihood.logOf(with(mass, x)))
        .max()
        .orElseThrow();
  }

  private Detection withBestMass(double[] point) {
    Detection any = with(0, point);
    return likelihood.withBestMass(any.a(), any.b());
  }

  private static Detection with(double mass, double[] point) {
    double concentration = Math.exp(point[1]);
    return new Detection(
        mass, concentration / (1 + Math.exp(-point[0])), concentration / (1 + Math.exp(point[0])));
  }
}
