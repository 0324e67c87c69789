package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.rollout.Environments;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Slots;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Split;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the protocols have in common whose trainers play through an environment's listed tasks. */
@ApplicationScoped
class Sessions {
  /** What protocols with sessions call the task of one. */
  static final String TASK = "task";

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
    return made(listed.environment(), split, listed.index());
  }

  /** A task of nobody's list: the next group's. */
  Made made(String environment, String split) {
    return made(environment, split(environment, split), Slots.ANY);
  }

  Made made(String environment, Split split, long slot) {
    return slots.open(environments.run(environment, split), slot);
  }

  /**
   * A task that was handed out.
   *
   * @param field names it in the request
   */
  Made made(TaskHandle task, String field) {
    return episodes
        .task(task)
        .orElseThrow(
            () ->
                new BadField(
                    field,
                    "no such task was handed out, or it is of another version of its family",
                    "name it as it was handed out, or ask for new tasks"));
  }

  /**
   * A session's episode.
   *
   * @param environment as the path names it
   * @throws BadField if the session is of another
   */
  Episode known(UUID id, String environment) {
    Episode episode = episodes.known(id);
    if (environment.equals(TrainerPaths.NO_ENVIRONMENT)
        || environments.has(environment, episode.made().offer().run())) return episode;
    throw new BadField(
        "environment",
        "this session is not of environment " + environment,
        "name the one that it was created in");
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
}
