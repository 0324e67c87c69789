package dev.whetstone.verify.labelling.posterior;

import java.util.random.RandomGenerator;

/** Gamma variables of scale 1; Marsaglia and Tsang 2000, "ACM Trans. Math. Softw." 26:363. */
final class Gamma {
  private Gamma() {}

  /**
   * @param shape above 0
   */
  static double draw(double shape, RandomGenerator random) {
    if (shape < 1) return draw(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    double d = shape - 1.0 / 3;
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + x / Math.sqrt(9 * d);
      double v = root * root * root;
      if (v > 0 && Math.log1p(-random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v)))
        return d * v;
    }
  }
}
