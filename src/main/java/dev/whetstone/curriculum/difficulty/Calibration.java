package dev.whetstone.curriculum.difficulty;

/**
 * How far forecasts were borne out, each made before its outcome was known (Dawid's prequential
 * principle, 1984), on first lessons of cells alone: sums about one half, where the ordinary prior
 * stands, the older counting less.
 *
 * @param lessons first lessons, faded
 * @param forecast sum of (forecast - 1/2)^2
 * @param product sum of (forecast - 1/2)(share - 1/2)
 * @param share sum of (share - 1/2)^2
 */
public record Calibration(double lessons, double forecast, double product, double share) {
  public static final Calibration NONE = new Calibration(0, 0, 0, 0);

  private static final double KEPT = StrictMath.pow(2, -1 / 64.0);

  /** One-sided 95 %. */
  private static final double QUANTILE = 1.645;

  /**
   * The most that a share can vary; counts as one lesson, so that few agreeing ones prove little.
   */
  private static final double WORST_VARIANCE = 0.25;

  public Calibration {
    if (!(lessons >= 0 && forecast >= 0 && share >= 0 && Double.isFinite(product)))
      throw new IllegalArgumentException(lessons + " " + forecast + " " + product + " " + share);
  }

  Calibration after(double forecast, double share) {
    double x = forecast - 0.5;
    double y = share - 0.5;
    return new Calibration(
        KEPT * lessons + 1,
        KEPT * this.forecast + x * x,
        KEPT * product + x * y,
        KEPT * this.share + y * y);
  }

  /**
   * The part of a forecast's distance from the ordinary prior that outcomes bear out: the slope of
   * shares on forecasts (Cox 1958), at its lower confidence bound, in [0, 1].
   */
  public double trust() {
    if (forecast == 0) return 0;
    double slope = product / forecast;
    double residual = Math.max(0, share - slope * product);
    double variance = (WORST_VARIANCE + residual) / (1 + lessons);
    return Math.clamp(slope - QUANTILE * StrictMath.sqrt(variance / forecast), 0.0, 1.0);
  }
}
