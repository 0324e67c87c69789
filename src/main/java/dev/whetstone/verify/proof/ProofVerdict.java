package dev.whetstone.verify.proof;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said of a proof that comes with its writer's own evaluation.
 *
 * @param votes the verifier's samples that could be read; those that do not stand count for nothing
 * @param verifier name and version
 * @param evaluation what is said of the evaluation; empty where nobody asked
 */
public record ProofVerdict(
    List<Assessment> votes, String verifier, Optional<MetaVerdict> evaluation) {
  public ProofVerdict {
    votes = List.copyOf(votes);
    if (votes.stream().noneMatch(Assessment::stands)) throw new IllegalArgumentException("no vote");
    Objects.requireNonNull(verifier);
    Objects.requireNonNull(evaluation);
  }

  /** The median of the votes that count; of two the lower. */
  public Score score() {
    List<Score> scores =
        votes.stream()
            .filter(Assessment::stands)
            .map(vote -> vote.analysis().score())
            .sorted()
            .toList();
    return scores.get((scores.size() - 1) / 2);
  }
}
