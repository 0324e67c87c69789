package dev.whetstone.training.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A softmax over ways of answering by the reward that each earned of late; action values with a
 * constant step size, Sutton and Barto 2018, "Reinforcement Learning", sections 2.3 and 2.5.
 */
final class Policy {
  private static final double STEP_SIZE = 0.15;
  private static final double TEMPERATURE = 0.06;
  private static final double FIRST_VALUE = 0.5;

  private final List<Way> ways;
  private final double[] values;

  /**
   * @param honest how often the first way is taken at the start; the others share the rest
   */
  Policy(List<Way> ways, double honest) {
    this.ways = List.copyOf(ways);
    values = new double[ways.size()];
    double odds = honest * (ways.size() - 1) / (1 - honest);
    Arrays.fill(values, FIRST_VALUE - TEMPERATURE * Math.log(odds));
    values[0] = FIRST_VALUE;
  }

  Way draw(RandomGenerator random) {
    double left = random.nextDouble();
    double[] shares = shares();
    for (int i = 0; i < shares.length; i++) {
      left -= shares[i];
      if (left < 0) return ways.get(i);
    }
    return ways.getLast();
  }

  /** They sum to 1, in the order of the ways. */
  double[] shares() {
    double[] shares = Arrays.stream(values).map(value -> Math.exp(value / TEMPERATURE)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  void learn(Way way, double reward) {
    int taken = ways.indexOf(way);
    values[taken] += STEP_SIZE * (reward - values[taken]);
  }
}
