package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Option;
import dev.whetstone.curriculum.Scheduler;
import java.util.List;

/**
 * SEC's choice (Chen et al. 2025): a softmax over the expected absolute advantage as observed, 2
 * sqrt(v(1-v)), uncorrected; v is the forgetting posterior's mean where SEC keeps a running Q.
 */
public record SecScheduler(double temperature, double exploration) implements Scheduler {
  public SecScheduler {
    if (!(temperature > 0)) throw new IllegalArgumentException("temperature: " + temperature);
    Shares.requireExploration(exploration);
  }

  @Override
  public String name() {
    return "sec";
  }

  @Override
  public double[] shares(List<Option> options) {
    return Shares.softmax(options, SecScheduler::advantage, temperature);
  }

  static double advantage(Option option) {
    double v = option.reason().observed();
    return 2 * StrictMath.sqrt(v * (1 - v));
  }
}
