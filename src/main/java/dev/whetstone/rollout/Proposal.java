package dev.whetstone.rollout;

import dev.whetstone.reward.LearnabilityShape;
import dev.whetstone.reward.ProposerReward;
import dev.whetstone.task.gate.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a proposal.
 *
 * @param question as it is asked; empty where no task could be made
 * @param failures criteria of the gate that it did not meet
 * @param repetition share of the run's latest proposals that it repeats
 * @param task names the task it became, for candidates
 * @param attempts judged so far
 * @param places attempts after which it is paid
 * @param reward once there are enough attempts; the same at every reading
 */
public record Proposal(
    UUID id,
    String family,
    Optional<String> question,
    State state,
    List<Failure> failures,
    double repetition,
    LearnabilityShape shape,
    Optional<String> task,
    int attempts,
    int places,
    Optional<ProposerReward> reward,
    Instant createdAt) {
  /** Where a proposal stands. */
  @Schema(name = "ProposalState")
  public enum State {
    /** The gate let it not through. */
    REFUSED,
    /** It waits for attempts. */
    PENDING,
    /** It has its reward. */
    PAID,
    /** Its group was closed by age before there were enough attempts. */
    EXPIRED
  }
}
