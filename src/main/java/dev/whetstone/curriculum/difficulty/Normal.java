package dev.whetstone.curriculum.difficulty;

/** A Gaussian belief about a log-odds, in natural logarithms. */
public record Normal(double mean, double variance) {
  public Normal {
    if (!Double.isFinite(mean)) throw new IllegalArgumentException("mean: " + mean);
    if (!(variance > 0 && Double.isFinite(variance)))
      throw new IllegalArgumentException("variance: " + variance);
  }

  double deviation() {
    return StrictMath.sqrt(variance);
  }
}
