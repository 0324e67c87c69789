package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Option;
import dev.whetstone.curriculum.Scheduler;
import java.util.List;

/** Every option alike but for its family's weight. */
public record UniformScheduler() implements Scheduler {
  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public double[] shares(List<Option> options) {
    return Shares.proportional(options.stream().mapToDouble(c -> c.reason().weight()).toArray());
  }

  @Override
  public double exploration() {
    return 0;
  }
}
