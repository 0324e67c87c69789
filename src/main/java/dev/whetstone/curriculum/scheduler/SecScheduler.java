package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Candidate;
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
  public double[] shares(List<Candidate> candidates) {
    return Shares.softmax(candidates, SecScheduler::advantage, temperature);
  }

  static double advantage(Candidate candidate) {
    double v = candidate.reason().observed();
    return 2 * StrictMath.sqrt(v * (1 - v));
  }
}
