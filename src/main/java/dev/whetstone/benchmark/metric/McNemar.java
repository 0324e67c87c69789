package dev.whetstone.benchmark.metric;

/**
 * McNemar's test of two judges on the same items, exact (binomial, two-sided).
 *
 * @param onlyFirst items that the first alone has right
 * @param onlySecond items that the second alone has right
 * @param p how often equal judges would differ so much or more
 */
public record McNemar(int onlyFirst, int onlySecond, double p) {
  public static McNemar of(int onlyFirst, int onlySecond) {
    return new McNemar(onlyFirst, onlySecond, twoSided(onlyFirst, onlySecond));
  }

  private static double twoSided(int a, int b) {
    int n = a + b;
    double logTerm = -n * Math.log(2); // of C(n, 0) / 2^n
    double tail = Math.exp(logTerm);
    for (int k = 1; k <= Math.min(a, b); k++) {
      logTerm += Math.log((double) (n - k + 1) / k);
      tail += Math.exp(logTerm);
    }
    return Math.min(1, 2 * tail);
  }
}
