package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.benchmark.metric.Decisions;
import dev.whetstone.benchmark.metric.Decisions.Decision;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.McNemar;
import dev.whetstone.benchmark.metric.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two judges on the same items, paired: what is equally hard for both cancels out.
 *
 * @param firstError of solutions: whether the first error, or its absence, was said exactly
 * @param solution of solutions: whether it was said rightly that there is an error or none
 * @param f1 the first judge's less the second's
 * @param stepAuc the first judge's less the second's, on steps that both scored
 */
public record Comparison(
    String first,
    String second,
    Optional<McNemar> firstError,
    Optional<McNemar> solution,
    Optional<Estimate> f1,
    Optional<Estimate> stepAuc) {

  /** Both lists are of the same items in the same order. */
  public static Comparison of(
      String first, List<Judged> one, String second, List<Judged> other, Bootstrap bootstrap) {
    if (!items(one).equals(items(other)))
      throw new IllegalArgumentException("the two judged different items");
    Solutions ones = Solutions.of(one);
    Solutions others = Solutions.of(other);
    boolean located = ones.located() && others.located();
    return new Comparison(
        first,
        second,
        located ? discordant(ones, others, Decision::exact) : Optional.empty(),
        discordant(ones, others, Decision::solution),
        located ? f1(ones.decisions(), others.decisions(), bootstrap) : Optional.empty(),
        stepAuc(one, other, bootstrap));
  }

  private static List<Labelled> items(List<Judged> judged) {
    return judged.stream().map(Judged::item).toList();
  }

  private static Optional<McNemar> discordant(
      Solutions ones, Solutions others, Predicate<Decision> well) {
    if (ones.list().isEmpty()) return Optional.empty();
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < ones.list().size(); i++) {
      boolean one = well.test(Solutions.decision(ones.list().get(i)));
      boolean other = well.test(Solutions.decision(others.list().get(i)));
      if (one && !other) onlyFirst++;
      if (other && !one) onlySecond++;
    }
    return Optional.of(McNemar.of(onlyFirst, onlySecond));
  }

  private static Optional<Estimate> f1(Decisions one, Decisions other, Bootstrap bootstrap) {
    return difference(one.clusters(), one::f1, other::f1, bootstrap);
  }

  private static Optional<Estimate> stepAuc(
      List<Judged> one, List<Judged> other, Bootstrap bootstrap) {
    List<Integer> both =
        IntStream.range(0, one.size())
            .filter(i -> isScored(one.get(i)) && isScored(other.get(i)))
            .boxed()
            .toList();
    Ranking first = Steps.of(both.stream().map(one::get).toList()).ranking();
    Ranking second = Steps.of(both.stream().map(other::get).toList()).ranking();
    return difference(first.clusters(), first::auc, second::auc, bootstrap);
  }

  private static boolean isScored(Judged judged) {
    return judged.judgement() instanceof Judgement.Said said && !said.steps().isEmpty();
  }

  private static Optional<Estimate> difference(
      Clusters clusters,
      ToDoubleFunction<int[]> one,
      ToDoubleFunction<int[]> other,
      Bootstrap bootstrap) {
    return bootstrap.estimate(
        clusters, weights -> one.applyAsDouble(weights) - other.applyAsDouble(weights));
  }
}
