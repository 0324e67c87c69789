package dev.whetstone.verify.labelling;

/** Where a number lies, at the confidence that its maker states. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) throw new IllegalArgumentException("[" + low + ", " + high + "]");
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
