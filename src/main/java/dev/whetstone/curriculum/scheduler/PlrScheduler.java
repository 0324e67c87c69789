package dev.whetstone.curriculum.scheduler;

import dev.whetstone.curriculum.Candidate;
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
  public double[] shares(List<Candidate> candidates) {
    int[] byRank = byRank(candidates);
    double[] masses = new double[byRank.length];
    for (int from = 0, to; from < byRank.length; from = to) {
      to = endOfEquals(candidates, byRank, from);
      double mass = 0;
      for (int rank = from; rank < to; rank++) mass += StrictMath.pow(rank + 1, -1 / beta);
      for (int rank = from; rank < to; rank++)
        masses[byRank[rank]] = mass / (to - from) * candidates.get(byRank[rank]).reason().weight();
    }
    return Shares.proportional(masses);
  }

  private static int[] byRank(List<Candidate> candidates) {
    return IntStream.range(0, candidates.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -SecScheduler.advantage(candidates.get(i))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int endOfEquals(List<Candidate> candidates, int[] byRank, int from) {
    double highest = SecScheduler.advantage(candidates.get(byRank[from]));
    int to = from + 1;
    while (to < byRank.length && SecScheduler.advantage(candidates.get(byRank[to])) == highest)
      to++;
    return to;
  }
}
