package dev.whetstone.curriculum.bakeoff;

/**
 * The rollouts of one simulated task, counted.
 *
 * @param right in truth
 * @param passed by the verifier
 * @param both right and passed
 */
record Group(int cell, int right, int passed, int both) {
  double mean() {
    return (double) passed / World.GROUP;
  }

  /** SEC's expected absolute advantage, twice the standard deviation of the rewards. */
  double advantage() {
    return 2 * deviation();
  }

  private double deviation() {
    return Math.sqrt(mean() * (1 - mean()));
  }

  /** Whether a trainer learns nothing from it: all rewards alike, or a family that teaches not. */
  boolean isWasted() {
    return deviation() == 0 || World.family(cell) >= World.HONEST;
  }

  /** Covariance of the served advantage with the truth. */
  double gain() {
    if (deviation() == 0) return 0;
    double truth = (double) right / World.GROUP;
    return ((double) both / World.GROUP - mean() * truth) / deviation();
  }
}
