package dev.whetstone.task;

import java.util.List;
import java.util.random.RandomGenerator;

/** A kind of task with control variables: unlimited fresh questions, each with its exact truth. */
public interface TaskFamily {
  /** Lower case with underscores; reasoning-gym's name where the family is shared. */
  String name();

  /** Changes whenever the bytes of any task, or any grade, would. */
  default String version() {
    return "1";
  }

  Category category();

  /** One sentence for the curriculum designer. */
  String summary();

  /** In a fixed order; a higher level of each is harder. */
  List<Control> controls();

  /**
   * The most that an answer policy which does not read the question can earn on average, at any
   * levels: 1/2 for yes or no.
   */
  default double chance() {
    return 0.05;
  }

  /**
   * Makes one task. A pure function of its arguments: randomness comes from {@code random} alone,
   * and nothing may depend on the order of an unordered collection.
   */
  Task make(Levels levels, RandomGenerator random);
}
