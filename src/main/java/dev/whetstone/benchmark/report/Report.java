package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Slice;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.metric.Bootstrap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What one benchmark of a verifier found.
 *
 * @param model as its card names it: {@code step-verifier@1}
 * @param trainedOn what the verifier says that it was trained on
 * @param dataSha256 over the hashes of all sets: only reports with the same one are comparable
 * @param bootstrap what the intervals were drawn with
 * @param scorecards the verifier's first, then what it is compared with, then the baselines'
 * @param slices parts of the items, judged by the verifier
 * @param stepScores absent where it says nothing of single steps
 * @param confusion absent where no first error is known, or none is told
 * @param mistakes its surest ones
 */
public record Report(
    UUID id,
    Instant createdAt,
    String model,
    TrainedOn trainedOn,
    String dataSha256,
    List<SetSummary> sets,
    Bootstrap bootstrap,
    List<Scorecard> scorecards,
    List<Slice> slices,
    Optional<StepScores> stepScores,
    Optional<Confusion> confusion,
    List<Mistake> mistakes,
    Optional<Comparison> comparison) {
  public Report {
    // Reports that lie in databases from before have none.
    trainedOn = Objects.requireNonNullElse(trainedOn, TrainedOn.UNSAID);
    sets = List.copyOf(sets);
    scorecards = List.copyOf(scorecards);
    slices = List.copyOf(slices);
    mistakes = List.copyOf(mistakes);
    if (scorecards.isEmpty() || scorecards.getFirst().role() != Scorecard.Role.VERIFIER)
      throw new IllegalArgumentException("a report's first scorecard is the verifier's");
  }

  /** By whom the labels are, in words. */
  public String kindOfLabels() {
    long generated = sets.stream().filter(set -> set.name().startsWith(Generated.SETS)).count();
    if (generated == 0) return "human labels";
    return generated == sets.size()
        ? "generated solutions"
        : "human labels and generated solutions";
  }

  /** Whether the verifier was trained on a set, in words; empty where there is nothing to say. */
  public Optional<String> trainingNote(String set) {
    Optional<Boolean> named = trainedOn.names(set);
    if (set.startsWith(Generated.SETS))
      return Optional.of(
          named
              .map(n -> n ? "a family that it was trained on" : "a family left out of its training")
              .orElse("its card does not say whether it was trained on this family"));
    return named.filter(n -> n).map(n -> "it was trained on these very labels");
  }

  public Scorecard verifier() {
    return scorecards.getFirst();
  }
}
