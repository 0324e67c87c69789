package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Solutions;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Decisions;
import dev.whetstone.benchmark.metric.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much better the candidate is than the incumbent on the same items, with percentile intervals
 * over draws of whole problems.
 */
record Differences(Bootstrap bootstrap) {
  /** A measure of decisions on whole solutions, by the weights of their problems. */
  @FunctionalInterface
  private interface Measure {
    double of(Decisions decisions, int[] weights);
  }

  /** In ProcessBench's F1; in the share of right decisions where one of them locates no error. */
  private static Measure f1(Paired paired) {
    return paired.located() ? Decisions::f1 : Decisions::solutionAccuracy;
  }

  /** In the share whose first error, or that there is none, is said exactly. */
  private static Measure exact(Paired paired) {
    return paired.located() ? Decisions::firstErrorAccuracy : Decisions::solutionAccuracy;
  }

  /** Of each set that has right and wrong solutions. */
  Map<String, Estimate> f1BySet(Paired paired) {
    return bySet(paired, f1(paired));
  }

  Map<String, Estimate> accuracyBySet(Paired paired) {
    return bySet(paired, exact(paired));
  }

  Optional<Estimate> accuracy(Paired paired) {
    return of(paired, exact(paired));
  }

  private Map<String, Estimate> bySet(Paired paired, Measure measure) {
    Map<String, Estimate> sets = new LinkedHashMap<>();
    paired.bySet().forEach((set, of) -> of(of, measure).ifPresent(d -> sets.put(set, d)));
    return sets;
  }

  private Optional<Estimate> of(Paired paired, Measure measure) {
    Decisions one = Solutions.of(paired.candidate()).decisions();
    Decisions other = Solutions.of(paired.incumbent()).decisions();
    return bootstrap.estimate(
        one.clusters(), weights -> measure.of(one, weights) - measure.of(other, weights));
  }

  /** The mean of the sets' differences, all of them weighted by the same draws of problems. */
  Optional<Estimate> meanF1(Paired paired, Set<String> sets) {
    if (sets.isEmpty()) return Optional.empty();
    Measure measure = f1(paired);
    List<String> names =
        Solutions.of(paired.candidate()).list().stream().map(j -> j.item().set()).toList();
    Decisions one = Solutions.of(paired.candidate()).decisions();
    Decisions other = Solutions.of(paired.incumbent()).decisions();
    List<Decisions> ones =
        sets.stream().map(set -> one.part(i -> names.get(i).equals(set))).toList();
    List<Decisions> others =
        sets.stream().map(set -> other.part(i -> names.get(i).equals(set))).toList();
    return bootstrap.estimate(
        one.clusters(), weights -> mean(ones, measure, weights) - mean(others, measure, weights));
  }

  private static double mean(List<Decisions> sets, Measure measure, int[] weights) {
    return sets.stream().mapToDouble(set -> measure.of(set, weights)).sum() / sets.size();
  }
}
