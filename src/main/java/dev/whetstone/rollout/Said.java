package dev.whetstone.rollout;

import dev.whetstone.task.Turn;
import java.util.Optional;

/**
 * What a player's message led to.
 *
 * @param result of the whole episode, once it is over; where it is {@link Result.Unjudged} the
 *     message was not kept, and may be sent again
 * @param messages how many were taken by then
 * @param late whether the episode was over before, so that this is said once more
 */
public record Said(Turn turn, Optional<Result> result, int messages, boolean late) {
  Said tooLate() {
    return new Said(turn, result, messages, true);
  }
}
