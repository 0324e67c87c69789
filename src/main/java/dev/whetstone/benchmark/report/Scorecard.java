package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.Solutions;
import dev.whetstone.benchmark.Steps;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Decisions;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One judge: over all items, and on each set.
 *
 * @param about one sentence on what it goes by
 * @param all over the items of all sets, pooled
 * @param meanF1 the mean of the sets' F1, as ProcessBench's average is; of those sets that have one
 * @param meanStepAuc the mean of the sets' step AUC, of those that have one: pooled, it would
 *     reward knowing which set has more errors
 * @param lead the verifier less this judge, paired, on each set; on none for the verifier itself
 * @param refusals how often it gave each reason not to judge, numbers in it left out
 */
public record Scorecard(
    String judge,
    String about,
    Role role,
    Metrics all,
    Optional<Estimate> meanF1,
    Optional<Estimate> meanStepAuc,
    Map<String, Metrics> sets,
    Map<String, Comparison> lead,
    Map<String, Integer> refusals) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  public Scorecard {
    // Reports that lie in databases from before have none.
    lead = Objects.requireNonNullElse(lead, Map.of());
  }

  /** Why it stands in the report. */
  public enum Role {
    VERIFIER,
    AGAINST,
    BASELINE
  }

  static Scorecard of(
      String judge, String about, Role role, List<Judged> judged, Measurement measurement) {
    Map<String, Metrics> metrics = new LinkedHashMap<>();
    bySet(judged).forEach((set, of) -> metrics.put(set, measurement.of(of)));
    return new Scorecard(
        judge,
        about,
        role,
        metrics.size() == 1 ? metrics.values().iterator().next() : measurement.of(judged),
        meanF1(judged, metrics, measurement),
        meanStepAuc(judged, measurement),
        metrics,
        Map.of(),
        refusals(judged));
  }

  /** With the verifier's lead over it: both lists are of the same items in the same order. */
  Scorecard behind(
      String verifier, List<Judged> byVerifier, List<Judged> judged, Bootstrap bootstrap) {
    Map<String, List<Judged>> verified = bySet(byVerifier);
    Map<String, Comparison> leads = new LinkedHashMap<>();
    bySet(judged)
        .forEach(
            (set, of) ->
                leads.put(set, Comparison.of(verifier, verified.get(set), judge, of, bootstrap)));
    return new Scorecard(judge, about, role, all, meanF1, meanStepAuc, sets, leads, refusals);
  }

  static Map<String, List<Judged>> bySet(List<Judged> judged) {
    Map<String, List<Judged>> sets = new LinkedHashMap<>();
    for (Judged j : judged) sets.computeIfAbsent(j.item().set(), set -> new ArrayList<>()).add(j);
    return sets;
  }

  /** All sets are weighted by the same draw of problems. */
  private static Optional<Estimate> meanF1(
      List<Judged> judged, Map<String, Metrics> metrics, Measurement measurement) {
    Solutions solutions =
        Solutions.of(
            judged.stream().filter(j -> metrics.get(j.item().set()).f1().isPresent()).toList());
    List<String> sets = solutions.list().stream().map(j -> j.item().set()).toList();
    if (sets.isEmpty()) return Optional.empty();
    Decisions all = solutions.decisions();
    List<Decisions> parts =
        sets.stream().distinct().map(set -> all.part(i -> sets.get(i).equals(set))).toList();
    return measurement
        .bootstrap()
        .estimate(
            all.clusters(),
            weights -> parts.stream().mapToDouble(set -> set.f1(weights)).sum() / parts.size());
  }

  private static Optional<Estimate> meanStepAuc(List<Judged> judged, Measurement measurement) {
    List<Ranking> sets =
        Steps.of(judged).rankingsBySet().stream()
            .filter(set -> !Double.isNaN(set.auc(set.clusters().once())))
            .toList();
    if (sets.isEmpty()) return Optional.empty();
    return measurement
        .bootstrap()
        .estimate(
            sets.getFirst().clusters(),
            weights -> sets.stream().mapToDouble(set -> set.auc(weights)).sum() / sets.size());
  }

  private static Map<String, Integer> refusals(List<Judged> judged) {
    Map<String, Integer> refusals = new LinkedHashMap<>();
    for (Judged j : judged)
      if (j.judgement() instanceof Judgement.Refused refused)
        refusals.merge(NUMBER.matcher(refused.reason()).replaceAll("N"), 1, Integer::sum);
    return refusals;
  }
}
