package dev.whetstone.curriculum;

import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A curriculum of two families, one with two controls, for tests. */
final class Example {
  static final Control TERMS = Control.of("terms", "how many", 2, 3, 4, 5, 6);
  static final Control DIGITS = Control.of("digits", "how long", 1, 2, 3, 4);
  static final Control DEPTH = Control.of("depth", "how deep", 1, 2, 3, 4, 5, 6);
  static final FamilyRange SUM = FamilyRange.full("sum", List.of(TERMS, DIGITS));
  static final FamilyRange TREE = FamilyRange.full("tree", List.of(DEPTH));

  private Example() {}

  static Curriculum with(Scheduler scheduler, FamilyRange... families) {
    return new Curriculum(
        "example", "", List.of(families), Learning.DEFAULT, scheduler, Replay.OFF, "");
  }

  static CurriculumState start() {
    return start(LearnabilityScheduler.DEFAULT);
  }

  static CurriculumState start(Scheduler scheduler) {
    return CurriculumState.start(
        with(scheduler, SUM, TREE), Map.of("tree", new Reliability(0.95, 0.1)));
  }

  static Cell sum(int terms, int digits) {
    return new Cell("sum", new Levels(List.of(TERMS, DIGITS), List.of(terms, digits)));
  }

  static Cell tree(int depth) {
    return new Cell("tree", new Levels(List.of(DEPTH), List.of(depth)));
  }

  static CurriculumState learn(CurriculumState state, Cell cell, int rollouts, int passed) {
    return state.learn(new Lesson(cell, rollouts, passed)).state();
  }

  /** The state after lessons drawn from its own distribution, groups of any size. */
  static CurriculumState wander(CurriculumState state, int lessons, RandomGenerator random) {
    CurriculumState now = state;
    for (int i = 0; i < lessons; i++) {
      int rollouts = random.nextInt(1, 17);
      Cell cell = now.distribution(8).sample(random).cell();
      now = learn(now, cell, rollouts, random.nextInt(rollouts + 1));
    }
    return now;
  }
}
