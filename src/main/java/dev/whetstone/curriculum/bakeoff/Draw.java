package dev.whetstone.curriculum.bakeoff;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Ways of drawing cells. */
final class Draw {
  private Draw() {}

  /** With replacement, in proportion to the masses. */
  static int[] weighted(double[] masses, int draws, RandomGenerator random) {
    double[] upTo = new double[masses.length];
    double total = 0;
    for (int i = 0; i < masses.length; i++) upTo[i] = total += masses[i];
    double sum = total;
    return IntStream.range(0, draws).map(d -> first(upTo, random.nextDouble() * sum)).toArray();
  }

  private static int first(double[] upTo, double point) {
    int i = 0;
    while (i < upTo.length - 1 && upTo[i] <= point) i++;
    return i;
  }

  /** The indices below {@code size} with the lowest cost, lowest first. */
  static int[] lowest(int size, int count, IntToDoubleFunction cost) {
    double[] costs = IntStream.range(0, size).mapToDouble(cost).toArray();
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> costs[i]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Beta by two gammas. */
  static double beta(double a, double b, RandomGenerator random) {
    double one = gamma(a, random);
    return one / (one + gamma(b, random));
  }

  /** Marsaglia and Tsang 2000, for shape 1 and above. */
  private static double gamma(double shape, RandomGenerator random) {
    double d = shape - 1 / 3.0;
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
      if (v > 0
          && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v))
        return d * v;
    }
  }
}
