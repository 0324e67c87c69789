package dev.whetstone.verify.proof;

import java.util.List;
import java.util.Objects;

/**
 * What is said of a proof that comes with its writer's own evaluation.
 *
 * @param votes the verifier's samples that could be read
 * @param verifier name and version
 * @param evaluation what is said of the evaluation
 */
public record ProofVerdict(List<Assessment> votes, String verifier, MetaVerdict evaluation) {
  public ProofVerdict {
    votes = List.copyOf(votes);
    if (votes.isEmpty()) throw new IllegalArgumentException("no vote");
    Objects.requireNonNull(verifier);
    Objects.requireNonNull(evaluation);
  }

  /** The median of the votes; of two the lower. */
  public Score score() {
    List<Score> scores = votes.stream().map(vote -> vote.analysis().score()).sorted().toList();
    return scores.get((scores.size() - 1) / 2);
  }
}
