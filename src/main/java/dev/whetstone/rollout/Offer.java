package dev.whetstone.rollout;

import dev.whetstone.curriculum.replay.Origin;
import dev.whetstone.task.Identity;
import java.util.Optional;
import java.util.UUID;

/**
 * One task handed to a run.
 *
 * @param places candidates it takes
 * @param probability with which the curriculum chose its cell
 * @param chosenAfter lessons that the curriculum had learned when it chose
 * @param steps as its run wants it
 * @param number which task of the run; its identity has another index where it was asked before
 * @param origin the archived case that it was made from
 * @param posed its question and answer, where no family made it
 */
public record Offer(
    UUID id,
    UUID run,
    Identity identity,
    int places,
    double probability,
    long chosenAfter,
    StepCheck steps,
    long number,
    Optional<Origin> origin,
    Optional<Posed> posed) {
  public TaskHandle handle() {
    return new TaskHandle(id, identity.version());
  }
}
