package dev.whetstone.task;

import java.util.SplittableRandom;

/**
 * All that a task is made from. The seed is a hash of the whole identity, so neighbouring indices
 * share nothing, and the same identity gives the same bytes in any order, thread or process.
 *
 * @param salt the run's secret; without it a public index does not give the task away
 * @param index which task of the run
 */
public record Identity(
    String family, String version, Levels levels, Split split, String salt, long index) {
  /** Draws after which a family is said to have no question on this side of the firewall. */
  private static final int MAX_DRAWS = 2_000;

  public Identity {
    if (index < 0) throw new IllegalArgumentException("index: " + index);
  }

  public static Identity of(
      TaskFamily family, Levels levels, Split split, String salt, long index) {
    return new Identity(family.name(), family.version(), levels, split, salt, index);
  }

  /**
   * Makes the task, drawing until its question lies on the identity's side of the firewall.
   *
   * @throws IllegalStateException if the family is another one or another version, or has no
   *     question on this side
   */
  public Task make(TaskFamily maker) {
    if (!maker.name().equals(family) || !maker.version().equals(version))
      throw new IllegalStateException(
          "made by "
              + family
              + "@"
              + version
              + ", here is "
              + maker.name()
              + "@"
              + maker.version());
    SplittableRandom random = new SplittableRandom(seed());
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      Task task = maker.make(levels, random.split());
      if (Split.of(task.question()) == split) return task;
    }
    throw new IllegalStateException(family + " at " + levels.key() + " has no " + split + " task");
  }

  private long seed() {
    return Hash.of(family, version, levels.key(), split.name(), salt, Long.toString(index))
        .asLong();
  }
}
