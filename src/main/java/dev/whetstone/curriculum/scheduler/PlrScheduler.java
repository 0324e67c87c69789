package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Option;
import dev.whetstone.curriculum.Scheduler;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rank rule of Prioritized Level Replay (Jiang et al. 2021): rank^(-1/beta) by the expected
 * absolute advantage as observed; equals share their ranks. Its staleness part is the exploration.
 */
public record PlrScheduler(double beta, double exploration) implements Scheduler {
  public PlrScheduler {
    if (!(beta > 0)) throw new IllegalArgumentException("beta: " + beta);
    Shares.requireExploration(exploration);
  }

  @Override
  public String name() {
    return "plr";
  }

  @Override
  public double[] shares(List<Option> options) {
    int[] byRank = byRank(options);
    double[] masses = new double[byRank.length];
    for (int from = 0, to; from < byRank.length; from = to) {
      to = endOfEquals(options, byRank, from);
      double mass = 0;
      for (int rank = from; rank < to; rank++) mass += StrictMath.pow(rank + 1, -1 / beta);
      for (int rank = from; rank < to; rank++)
        masses[byRank[rank]] = mass / (to - from) * options.get(byRank[rank]).reason().weight();
    }
    return Shares.proportional(masses);
  }

  private static int[] byRank(List<Option> options) {
    return IntStream.range(0, options.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -SecScheduler.advantage(options.get(i))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int endOfEquals(List<Option> options, int[] byRank, int from) {
    double highest = SecScheduler.advantage(options.get(byRank[from]));
    int to = from + 1;
    while (to < byRank.length && SecScheduler.advantage(options.get(byRank[to])) == highest) to++;
    return to;
  }
}
