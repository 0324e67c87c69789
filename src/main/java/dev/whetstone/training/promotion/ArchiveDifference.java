package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.benchmark.metric.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much more of the archive the candidate decides rightly than an equal version would.
 *
 * <p>What fooled the incumbent was chosen for its being wrong: any other version, no better, is
 * right about some of it (regression to the mean). An equal version is right about it as often as
 * the incumbent is right about what fools the candidate, which is seen on solutions that nobody
 * chose. What fooled an earlier version was not chosen against the incumbent: there an equal one is
 * right where the incumbent is.
 */
final class ArchiveDifference {
  private final int archived;
  private final Clusters clusters;
  private final List<Judged> candidate;
  private final List<Judged> incumbent;
  private final Set<String> foolers;
  private final double confidence;

  /**
   * @param unchosen what both said of solutions that neither was chosen for
   */
  ArchiveDifference(Paired archive, Set<String> foolers, Paired unchosen, double confidence) {
    Paired all = archive.and(unchosen);
    this.archived = archive.candidate().size();
    this.candidate = all.candidate();
    this.incumbent = all.incumbent();
    this.clusters =
        Clusters.of(candidate.stream().map(judged -> Judged.problem(judged.item())).toList());
    this.foolers = foolers;
    this.confidence = confidence;
  }

  Optional<Estimate> estimate(Bootstrap bootstrap) {
    boolean[] isRight = new boolean[archived];
    boolean[] isEqualsRight = new boolean[archived];
    boolean[] isFooler = new boolean[archived];
    for (int i = 0; i < archived; i++) {
      isRight[i] = Fooled.isRight(candidate.get(i));
      isEqualsRight[i] = Fooled.isRight(incumbent.get(i));
      isFooler[i] = foolers.contains(candidate.get(i).item().id());
    }
    int[] foolsCandidate = foolsCandidate();
    return bootstrap.estimate(
        clusters,
        weights -> {
          double byChance = incumbentsShare(foolsCandidate, weights);
          double sum = 0;
          double count = 0;
          for (int i = 0; i < archived; i++) {
            int weight = weights[clusters.of()[i]];
            double equals = isFooler[i] ? byChance : isEqualsRight[i] ? 1 : 0;
            sum += weight * ((isRight[i] ? 1 : 0) - equals);
            count += weight;
          }
          return sum / count;
        });
  }

  /** Places, among all, of what fools the candidate and was not chosen. */
  private int[] foolsCandidate() {
    return IntStream.range(archived, candidate.size())
        .filter(i -> Fooled.isFooled(candidate.get(i), confidence))
        .toArray();
  }

  /** 0 where nothing fools the candidate. */
  private double incumbentsShare(int[] foolsCandidate, int[] weights) {
    double right = 0;
    double all = 0;
    for (int i : foolsCandidate) {
      int weight = weights[clusters.of()[i]];
      all += weight;
      if (Fooled.isRight(incumbent.get(i))) right += weight;
    }
    return all == 0 ? 0 : right / all;
  }
}
