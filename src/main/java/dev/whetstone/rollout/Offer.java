package dev.whetstone.rollout;

import dev.whetstone.task.Identity;
import java.util.UUID;

/**
 * One task handed to a run.
 *
 * @param places candidates it takes
 * @param probability with which the curriculum chose its cell
 * @param chosenAfter lessons that the curriculum had learned when it chose
 * @param steps as its run wants it
 */
public record Offer(
    UUID id,
    UUID run,
    Identity identity,
    int places,
    double probability,
    long chosenAfter,
    StepCheck steps) {
  public TaskHandle handle() {
    return new TaskHandle(id, identity.version());
  }
}
