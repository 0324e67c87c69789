package dev.whetstone.curriculum.bakeoff;

/** The rollouts of one simulated task: what was right, and what the verifier passed. */
record Group(int cell, boolean[] right, boolean[] passes) {
  int passed() {
    return count(passes);
  }

  double mean() {
    return (double) passed() / passes.length;
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
    double truth = (double) count(right) / right.length;
    double sum = 0;
    for (int i = 0; i < right.length; i++)
      sum += ((passes[i] ? 1 : 0) - mean()) * ((right[i] ? 1 : 0) - truth);
    return sum / deviation() / right.length;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) if (flag) count++;
    return count;
  }
}
