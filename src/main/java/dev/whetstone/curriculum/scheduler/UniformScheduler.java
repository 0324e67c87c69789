package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Candidate;
import dev.whetstone.curriculum.Scheduler;
import java.util.List;

/** Every candidate alike but for its family's weight. */
public record UniformScheduler() implements Scheduler {
  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public double[] shares(List<Candidate> candidates) {
    return Shares.proportional(candidates.stream().mapToDouble(c -> c.reason().weight()).toArray());
  }

  @Override
  public double exploration() {
    return 0;
  }
}
