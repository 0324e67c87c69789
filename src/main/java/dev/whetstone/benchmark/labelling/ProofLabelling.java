package dev.whetstone.benchmark.labelling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How the labelling of a proof stands.
 *
 * @param score 0, 1/2 or 1, once it is labelled
 * @param reason why it has no score: contested or unjudged
 * @param posterior P(no step is wrong) by these votes and all others of who voted, once it ended
 * @param firstError index of the first wrong step, from 0, where valid analyses agree on one
 * @param rule that its votes are counted by
 * @param calls made so far
 * @param problem left out of lists, as are steps and ledger
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProofLabelling(
    UUID id,
    LabellingState state,
    Double score,
    String reason,
    Double posterior,
    Integer firstError,
    String rule,
    int calls,
    String generator,
    String licence,
    Instant createdAt,
    Instant endedAt,
    String problem,
    List<String> steps,
    List<Call> ledger) {
  ProofLabelling with(List<Call> calls) {
    return new ProofLabelling(
        id,
        state,
        score,
        reason,
        posterior,
        firstError,
        rule,
        this.calls,
        generator,
        licence,
        createdAt,
        endedAt,
        problem,
        steps,
        List.copyOf(calls));
  }

  ProofLabelling headline() {
    return new ProofLabelling(
        id,
        state,
        score,
        reason,
        posterior,
        firstError,
        rule,
        calls,
        generator,
        licence,
        createdAt,
        endedAt,
        null,
        null,
        null);
  }
}
