package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Option;
import dev.whetstone.curriculum.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ours: the softmax of SEC (Chen et al. 2025) over noise-corrected learnability times group
 * usability, first among families by their best cell, then among a family's cells, so that a family
 * with many controls, or many mastered cells, gets no larger share for it.
 *
 * @param temperature in units of the score, which lies in [0, 1/2]
 */
public record LearnabilityScheduler(double temperature, double exploration) implements Scheduler {
  public static final LearnabilityScheduler DEFAULT = new LearnabilityScheduler(0.02, 0.1);

  public LearnabilityScheduler {
    if (!(temperature > 0)) throw new IllegalArgumentException("temperature: " + temperature);
    Shares.requireExploration(exploration);
  }

  @Override
  public String name() {
    return "learnability";
  }

  @Override
  public double[] shares(List<Option> options) {
    Map<String, List<Option>> families = new LinkedHashMap<>();
    for (Option option : options)
      families.computeIfAbsent(option.cell().family(), f -> new ArrayList<>()).add(option);
    double[] familyShares =
        Shares.softmax(
            families.values().stream().map(this::best).toList(), this::score, temperature);
    double[] shares = new double[options.size()];
    int next = 0;
    int family = 0;
    for (List<Option> cells : families.values()) {
      for (double share : Shares.softmax(cells, this::score, temperature))
        shares[next++] = share * familyShares[family];
      family++;
    }
    return shares;
  }

  private Option best(List<Option> cells) {
    Option best = cells.getFirst();
    for (Option cell : cells) if (score(cell) > score(best)) best = cell;
    return best;
  }

  private double score(Option option) {
    return option.reason().score();
  }
}
