package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Option;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shares in proportion, summed in the options' order so that the bits are the same anywhere. */
final class Shares {
  private Shares() {}

  static double[] proportional(double[] masses) {
    double total = 0;
    for (double mass : masses) total += mass;
    double[] shares = new double[masses.length];
    for (int i = 0; i < masses.length; i++) shares[i] = masses[i] / total;
    return shares;
  }

  /** Weight times exp(score / temperature), the highest score counting as 0. */
  static double[] softmax(
      List<Option> options, ToDoubleFunction<Option> score, double temperature) {
    double[] masses = options.stream().mapToDouble(score).toArray();
    double highest = 0;
    for (double mass : masses) highest = Math.max(highest, mass);
    for (int i = 0; i < masses.length; i++)
      masses[i] =
          options.get(i).reason().weight() * StrictMath.exp((masses[i] - highest) / temperature);
    return proportional(masses);
  }

  static void requireExploration(double exploration) {
    if (!(exploration > 0 && exploration <= 1))
      throw new IllegalArgumentException("exploration: " + exploration);
  }
}
