package dev.whetstone.training.retraining;

import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A training of a new version that the server began by itself.
 *
 * @param reason why it began
 * @param start the version that served then
 * @param recipe as {@link RecipeFile} reads it
 * @param outcomesTo id of the newest outcome that there was then
 * @param labelsTo serial number of the newest label that there was then
 * @param failures how often its process ended with a fault
 * @param version that came of it
 * @param failure why none will
 */
public record Retraining(
    UUID id,
    String reason,
    String start,
    String recipe,
    long outcomesTo,
    long labelsTo,
    State state,
    int step,
    int steps,
    int failures,
    Instant begunAt,
    Instant changedAt,
    Optional<String> version,
    Optional<String> failure) {
  /** What has become of it. */
  public enum State {
    /** It goes on, or will: killed, it goes on where it was. */
    TRAINING,
    /** There is a new version; the history of versions says what became of that. */
    TRAINED,
    FAILED
  }

  static Retraining begun(UUID id, String reason, Recipe recipe, Fresh fresh, Instant now) {
    return new Retraining(
        id,
        reason,
        recipe.start(),
        RecipeFile.write(recipe),
        fresh.outcomesTo(),
        fresh.labelsTo(),
        State.TRAINING,
        0,
        recipe.fit().steps(),
        0,
        now,
        now,
        Optional.empty(),
        Optional.empty());
  }
}
