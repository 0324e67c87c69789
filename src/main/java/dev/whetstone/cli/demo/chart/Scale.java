package dev.whetstone.cli.demo.chart;

/** Where an axis ends. */
public final class Scale {
  private static final double[] ROUND = {1, 2, 4, 6, 8, 10};

  private Scale() {}

  /** The next round number from this one on; above 0. */
  public static double above(double most) {
    if (!(most > 0)) return 1;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double round : ROUND) if (most <= round * power) return round * power;
    return 10 * power;
  }
}
