package dev.whetstone.curriculum;

/**
 * The regularised incomplete beta function I_x(a, b), by the continued fraction DLMF 8.17.22 and
 * Stirling's series DLMF 5.11.1; a and b at least 1, error below 1e-10, the same bits everywhere.
 */
final class BetaTail {
  private static final int MAX_TERMS = 10_000;
  private static final double PRECISION = 1e-15;
  private static final double TINY = 1e-300;
  private static final double HALF_LOG_TAU = 0.5 * StrictMath.log(2 * Math.PI);

  private BetaTail() {}

  /** The probability that a Beta(a, b) variable is below x. */
  static double below(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return x < (a + 1) / (a + b + 2)
        ? front(x, a, b) / a / fraction(x, a, b)
        : 1 - front(1 - x, b, a) / b / fraction(1 - x, b, a);
  }

  private static double front(double x, double a, double b) {
    double logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    return StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log1p(-x) - logBeta);
  }

  /** 1 + d1/(1 + d2/(1 + ...)) by the modified Lentz method. */
  private static double fraction(double x, double a, double b) {
    double value = 1;
    double c = 1;
    double d = 0;
    for (int term = 1; term < MAX_TERMS; term++) {
      double partial = partial(term, x, a, b);
      d = 1 / awayFromZero(1 + partial * d);
      c = awayFromZero(1 + partial / c);
      value *= c * d;
      if (Math.abs(c * d - 1) < PRECISION) break;
    }
    return value;
  }

  private static double partial(int term, double x, double a, double b) {
    int m = term / 2;
    return term % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
  }

  private static double awayFromZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    for (; y < 10; y++) shift += StrictMath.log(y);
    double square = y * y;
    double series =
        (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / (1680 * square)) / square) / square) / y;
    return (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_TAU + series - shift;
  }
}
