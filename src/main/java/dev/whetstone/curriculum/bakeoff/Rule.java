package dev.whetstone.curriculum.bakeoff;

import java.util.List;
import java.util.random.RandomGenerator;

/** A scheduler in the bake-off: chooses a batch of cells, then sees their groups. */
interface Rule {
  /** Begins a rule in a world, before the first step. */
  interface Start {
    Rule in(World world, RandomGenerator random);
  }

  int[] choose(int step);

  void saw(List<Group> groups);

  /** Rollouts made only to choose, beyond the served ones. */
  default long extraRollouts() {
    return 0;
  }
}
