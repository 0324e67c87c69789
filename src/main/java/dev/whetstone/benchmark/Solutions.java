package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.benchmark.metric.BestThreshold;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.benchmark.metric.Decisions;
import dev.whetstone.benchmark.metric.Decisions.Decision;
import dev.whetstone.benchmark.metric.Ranking;
import java.util.List;
import java.util.Optional;

/**
 * The judged items whose first wrong step, or that there is none, is known. A refused one counts as
 * decided wrongly: whoever asked has no answer.
 */
public final class Solutions {
  private final List<Judged> judged;

  private Solutions(List<Judged> judged) {
    this.judged = judged;
  }

  public static Solutions of(List<Judged> judged) {
    return new Solutions(
        judged.stream().filter(j -> j.item().truth().scope() == Scope.SOLUTION).toList());
  }

  public List<Judged> list() {
    return judged;
  }

  public int erroneous() {
    return (int) judged.stream().filter(j -> j.item().truth().hasError()).count();
  }

  /** Whether the judge says where an error is, and not of the whole alone. */
  public boolean located() {
    return judged.stream()
        .noneMatch(j -> j.judgement() instanceof Judgement.Said said && said.steps().isEmpty());
  }

  public Decisions decisions() {
    return new Decisions(judged.stream().map(Solutions::decision).toList(), clusters(judged));
  }

  static Decision decision(Judged judged) {
    boolean erroneous = judged.item().truth().hasError();
    if (!(judged.judgement() instanceof Judgement.Said said))
      return new Decision(erroneous, false, false);
    boolean solution = said.right() != erroneous;
    boolean exact = solution && said.firstError().equals(judged.item().truth().firstError());
    return new Decision(erroneous, exact, solution);
  }

  /** For telling correct solutions, the positives, from erroneous ones; refused ones left out. */
  public Ranking ranking() {
    List<Judged> rated =
        judged.stream().filter(j -> j.judgement() instanceof Judgement.Said).toList();
    double[] scores = new double[rated.size()];
    boolean[] correct = new boolean[rated.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ((Judgement.Said) rated.get(i).judgement()).whole();
      correct[i] = !rated.get(i).item().truth().hasError();
    }
    return new Ranking(scores, correct, clusters(rated));
  }

  /** The threshold that is best on these very labels, refused ones left out. */
  public Optional<BestThreshold> oracle() {
    return BestThreshold.of(
        judged.stream()
            .filter(j -> j.judgement() instanceof Judgement.Said)
            .map(Solutions::scored)
            .toList());
  }

  private static BestThreshold.Solution scored(Judged judged) {
    return new BestThreshold.Solution(
        ((Judgement.Said) judged.judgement()).steps(), judged.item().truth().firstError());
  }

  private static Clusters clusters(List<Judged> judged) {
    return Clusters.of(judged.stream().map(j -> Judged.problem(j.item())).toList());
  }
}
