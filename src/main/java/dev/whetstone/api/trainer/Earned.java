package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Unavailable;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.Said;
import dev.whetstone.verify.StepVerdict;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate earned, for clients that know no refusal: what comes too late for a place of its
 * group is worth the same.
 *
 * @param saved whether it counts for a run
 * @param unsound whether a right answer was seen to come by a wrong way; only where the run has
 *     steps read
 */
public record Earned(
    double reward, Map<String, Double> components, boolean saved, boolean unsound) {
  private static final String READABLE = "readable";

  static Earned of(Reward reward) {
    return new Earned(reward.value(), reward.components(), false, false);
  }

  /**
   * @param field names the task in the request
   * @throws Unavailable if it could not be judged now
   * @throws BadField if it can never be
   */
  static Earned of(Result result, String field) {
    return switch (result) {
      case Result.Rewarded rewarded -> of(rewarded);
      case Result.Unjudged unjudged -> throw new Unavailable(unjudged.reason());
      case Result.Refused refused -> of(refused, field);
    };
  }

  /** The same for an episode; empty while it goes on. */
  static Optional<Earned> of(Said said, String field) {
    return said.result().map(result -> of(result, field));
  }

  private static Earned of(Result.Rewarded saved) {
    boolean sound = StepVerdict.sound(saved.grade(), saved.steps()).orElse(true);
    return new Earned(saved.reward().value(), saved.reward().components(), true, !sound);
  }

  private static Earned of(Result.Refused refused, String field) {
    if (refused.why() == Result.Why.TOO_LONG)
      return new Earned(0, Map.of("correct", 0.0, READABLE, 0.0), false, false);
    return refused
        .worth()
        .map(Earned::of)
        .orElseThrow(() -> new BadField(field, refused.why().detail(), refused.why().mend()));
  }

  /** 1 if there is an answer. */
  double readable() {
    return components.getOrDefault(READABLE, 1.0);
  }
}
