package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.Slice;
import dev.whetstone.benchmark.Solutions;
import dev.whetstone.benchmark.Steps;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.report.Scorecard.Role;
import dev.whetstone.task.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Has a verifier judge labelled solutions, with baselines beside it.
 *
 * @param against another version, judged on the same items
 */
public record VerifierBenchmark(
    Judge verifier, Optional<Judge> against, List<Judge> baselines, Measurement measurement) {
  private static final int MISTAKES_QUOTED = 5;

  /**
   * @param items at least one
   * @param done told how many more items are judged, by any of the judges
   */
  public Report run(UUID id, Instant now, List<Labelled> items, IntConsumer done) {
    List<Judged> judged = Judged.by(verifier, items, done);
    List<Scorecard> cards = new ArrayList<>(List.of(card(verifier, Role.VERIFIER, judged)));
    Optional<Comparison> comparison =
        against.map(other -> compare(judged, other, Judged.by(other, items, done), cards));
    for (Judge baseline : baselines)
      cards.add(behind(judged, baseline, Role.BASELINE, Judged.by(baseline, items, done)));
    Solutions solutions = Solutions.of(judged);
    Steps steps = Steps.of(judged);
    List<SetSummary> sets = sets(items);
    return new Report(
        id,
        now,
        verifier.name(),
        verifier.trainedOn(),
        Hash.of(sets.stream().map(SetSummary::sha256).toArray(String[]::new)).hex(),
        sets,
        measurement.bootstrap(),
        cards,
        Slice.of(judged, verifier.trainedOn(), measurement),
        steps.list().isEmpty() ? Optional.empty() : Optional.of(StepScores.of(steps)),
        solutions.list().isEmpty() || !solutions.located()
            ? Optional.empty()
            : Optional.of(Confusion.of(solutions)),
        Mistake.most(MISTAKES_QUOTED, steps),
        comparison);
  }

  private Comparison compare(
      List<Judged> judged, Judge other, List<Judged> byOther, List<Scorecard> cards) {
    cards.add(behind(judged, other, Role.AGAINST, byOther));
    return Comparison.of(verifier.name(), judged, other.name(), byOther, measurement.bootstrap());
  }

  private Scorecard behind(List<Judged> judged, Judge other, Role role, List<Judged> byOther) {
    return card(other, role, byOther)
        .behind(verifier.name(), judged, byOther, measurement.bootstrap());
  }

  private Scorecard card(Judge judge, Role role, List<Judged> judged) {
    return Scorecard.of(judge.name(), judge.about(), role, judged, measurement);
  }

  private static List<SetSummary> sets(List<Labelled> items) {
    Map<String, List<Labelled>> sets =
        items.stream()
            .collect(Collectors.groupingBy(Labelled::set, LinkedHashMap::new, Collectors.toList()));
    return sets.entrySet().stream().map(e -> SetSummary.of(e.getKey(), e.getValue())).toList();
  }
}
