package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The first wrong step of a proof, as valid analyses of it tell. */
public final class FirstError {
  private FirstError() {}

  /**
   * The step, from 0, that more than half of those that name any hold for the first wrong one;
   * empty where there is none.
   *
   * @param valid analyses that give the proof its score
   * @param steps of the proof; a step that it does not have is not named
   */
  public static OptionalInt of(List<Assessment> valid, int steps) {
    Map<Integer, Long> votes =
        valid.stream()
            .map(assessment -> first(assessment, steps))
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long named = votes.values().stream().mapToLong(Long::longValue).sum();
    return votes.entrySet().stream()
        .filter(vote -> 2 * vote.getValue() > named)
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  private static Optional<Integer> first(Assessment assessment, int steps) {
    return assessment.issues().stream()
        .filter(FirstError::makesAStepWrong)
        .map(checked -> checked.issue().step().getAsInt())
        .filter(step -> step < steps)
        .min(Integer::compare);
  }

  /** A gap that can be filled leaves the step before it right. */
  private static boolean makesAStepWrong(CheckedIssue checked) {
    boolean gap =
        checked.issue().severity() == Severity.MINOR
            && (checked.issue().claim() == Claim.COMPLETENESS
                || checked.issue().claim() == Claim.FORMAT);
    return !gap && checked.finding() != Finding.REFUTED && checked.issue().step().isPresent();
  }
}
