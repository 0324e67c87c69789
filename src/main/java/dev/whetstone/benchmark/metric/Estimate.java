package dev.whetstone.benchmark.metric;

/** A measured number and the bounds of its 95 % interval. */
public record Estimate(double value, double low, double high) {
  public Estimate {
    if (!Double.isFinite(value) || !(low <= high))
      throw new IllegalArgumentException(value + " in [" + low + ", " + high + "] is no estimate");
  }
}
