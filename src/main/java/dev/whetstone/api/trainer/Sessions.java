package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Unavailable;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Environments;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.Said;
import dev.whetstone.rollout.Slots;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Split;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the protocols have in common whose trainers play through an environment's listed tasks. */
@ApplicationScoped
class Sessions {
  private static final String TRAIN = "train";
  private static final String TEST = "test";

  private final Environments environments;
  private final Slots slots;
  private final Episodes episodes;

  Sessions(Environments environments, Slots slots, Episodes episodes) {
    this.environments = environments;
    this.slots = slots;
    this.episodes = episodes;
  }

  /** A listed task. What it asks is chosen when a session of it begins. */
  @Schema(name = "ListedTask")
  record Listed(String environment, String split, int index) {}

  /** What an episode earned. */
  record Earned(double reward, Map<String, Double> components) {
    static Earned of(Reward reward) {
      return new Earned(reward.value(), reward.components());
    }
  }

  List<String> splits(String environment) {
    return environments.splits(environment).stream().map(Sessions::name).toList();
  }

  private static String name(Split split) {
    return split == Split.TRAIN ? TRAIN : TEST;
  }

  int size(String environment, String split) {
    return environments.size(split(environment, split));
  }

  List<Listed> tasks(String environment, String split) {
    return tasks(environment, split, null, null);
  }

  /** As a slice of a Python list: a bound below zero counts from the end, one beyond is the end. */
  List<Listed> tasks(String environment, String split, Integer start, Integer stop) {
    int size = size(environment, split);
    int from = bound(start == null ? 0 : start, size);
    int to = Math.max(from, bound(stop == null ? size : stop, size));
    return IntStream.range(from, to).mapToObj(i -> new Listed(environment, split, i)).toList();
  }

  private static int bound(int index, int size) {
    return Math.clamp(index < 0 ? (long) index + size : index, 0, size);
  }

  Listed task(String environment, String split, Integer index) {
    int number = Require.range("index", index, 0, size(environment, split) - 1);
    return new Listed(environment, split, number);
  }

  /** The task that a listed one stands for now. */
  Made made(Listed listed) {
    Split split = split(listed.environment(), listed.split());
    return slots.open(environments.run(listed.environment(), split), listed.index());
  }

  /** A task of nobody's list: the next group's. */
  Made made(String environment, String split) {
    return slots.open(environments.run(environment, split(environment, split)), Slots.ANY);
  }

  Made made(TaskHandle task) {
    return episodes
        .task(task)
        .orElseThrow(
            () -> new BadField("task", "there is no such task", "name it as it was handed out"));
  }

  private Split split(String environment, String name) {
    List<Split> there = environments.splits(environment);
    return there.stream()
        .filter(split -> name(split).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadField(
                    "split",
                    "Invalid split",
                    "name one of " + there.stream().map(Sessions::name).toList()));
  }

  Said say(UUID id, String message, Optional<String> key) {
    return episodes.say(id, message, key);
  }

  /**
   * Empty while it goes on. What comes too late for a place of its group is worth the same.
   *
   * @throws Unavailable if it could not be judged now
   * @throws BadField if it can never be
   */
  static Optional<Earned> earned(Said said) {
    return said.result().map(Sessions::earned);
  }

  private static Earned earned(Result result) {
    return switch (result) {
      case Result.Rewarded rewarded -> Earned.of(rewarded.reward());
      case Result.Unjudged unjudged -> throw new Unavailable(unjudged.reason());
      case Result.Refused refused -> earned(refused);
    };
  }

  private static Earned earned(Result.Refused refused) {
    if (refused.why() == Result.Why.TOO_LONG)
      return new Earned(0, Map.of("correct", 0.0, "readable", 0.0));
    return refused
        .worth()
        .map(Earned::of)
        .orElseThrow(() -> new BadField("task", refused.why().detail(), refused.why().mend()));
  }
}
