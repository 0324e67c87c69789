package dev.whetstone.verify.labelling.chance;

/** ln Γ(x) for x > 0 by Stirling's series, DLMF 5.11.1; error below 1e-11. */
final class LogGamma {
  private static final double HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);
  private static final int SERIES_FROM = 10;

  private LogGamma() {}

  static double at(double x) {
    double product = 1;
    double y = x;
    for (; y < SERIES_FROM; y++) product *= y;
    double square = y * y;
    double series =
        (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / (1680 * square)) / square) / square) / y;
    return (y - 0.5) * Math.log(y) - y + HALF_LOG_TAU + series - Math.log(product);
  }

  /** ln B(a, b). */
  static double beta(double a, double b) {
    return at(a) + at(b) - at(a + b);
  }

  /** ln of n over k. */
  static double choose(int n, int k) {
    return at(n + 1.0) - at(k + 1.0) - at(n - k + 1.0);
  }
}
