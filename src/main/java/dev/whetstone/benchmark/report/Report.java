package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Slice;
import dev.whetstone.benchmark.metric.Bootstrap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one benchmark of a verifier found.
 *
 * @param model as its card names it: {@code step-verifier@1}
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
    sets = List.copyOf(sets);
    scorecards = List.copyOf(scorecards);
    slices = List.copyOf(slices);
    mistakes = List.copyOf(mistakes);
    if (scorecards.isEmpty() || scorecards.getFirst().role() != Scorecard.Role.VERIFIER)
      throw new IllegalArgumentException("a report's first scorecard is the verifier's");
  }

  public Scorecard verifier() {
    return scorecards.getFirst();
  }
}
