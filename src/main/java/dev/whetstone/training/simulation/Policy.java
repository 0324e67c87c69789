package dev.whetstone.training.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A softmax over ways of answering that follows the reward it gets; the gradient bandit of Sutton
 * and Barto 2018, "Reinforcement Learning", section 2.8.
 */
final class Policy {
  private final List<Way> ways;
  private final double rate;
  private final double[] preference;
  private double mean;
  private long rewards;

  /**
   * @param rate alpha, the step size
   * @param honest how often the first way is taken at the start; the others share the rest
   */
  Policy(List<Way> ways, double rate, double honest) {
    this.ways = List.copyOf(ways);
    this.rate = rate;
    preference = new double[ways.size()];
    preference[0] = Math.log(honest * (ways.size() - 1) / (1 - honest));
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

  /** Sum to 1, in the order of the ways. */
  double[] shares() {
    double[] shares = new double[preference.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) sum += shares[i] = Math.exp(preference[i]);
    for (int i = 0; i < shares.length; i++) shares[i] /= sum;
    return shares;
  }

  void learn(Way way, double reward) {
    mean += (reward - mean) / ++rewards;
    double[] shares = shares();
    for (int i = 0; i < shares.length; i++) {
      double taken = ways.get(i).equals(way) ? 1 : 0;
      preference[i] += rate * (reward - mean) * (taken - shares[i]);
    }
  }
}
