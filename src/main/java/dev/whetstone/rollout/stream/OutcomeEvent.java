package dev.whetstone.rollout.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Split;
import dev.whetstone.verify.StepVerdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * A candidate was judged. Its text stays in the record of outcomes.
 *
 * @param outcome its number in that record
 * @param item the idempotency key of its request with its places there; null where none was given
 * @param levels as {@code name=level}, by name
 * @param candidateHash SHA-256 of the text in UTF-8, hexadecimal
 * @param steps what was said of the steps, without quotes; null where the run does not ask
 * @param sound whether a right answer was come to by right steps; null where that is not known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeEvent(
    long outcome,
    String task,
    int place,
    String item,
    String family,
    String familyVersion,
    String levels,
    Split split,
    long taskIndex,
    double probability,
    String candidateHash,
    Grade grade,
    double reward,
    Map<String, Double> components,
    double errorProbability,
    String verifier,
    StepVerdict steps,
    Boolean sound,
    String formula) {
  static final String TYPE = "outcome";
  static final int VERSION = 1;
}
