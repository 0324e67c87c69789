package dev.whetstone.verify.labelling.agreement;

/** How far two values are from each other. */
public enum Distance {
  /** Equal, or not. */
  NOMINAL {
    @Override
    double squared(double one, double other) {
      return one == other ? 0 : 1;
    }
  },
  /** By their difference. */
  INTERVAL {
    @Override
    double squared(double one, double other) {
      return (one - other) * (one - other);
    }
  };

  abstract double squared(double one, double other);
}
