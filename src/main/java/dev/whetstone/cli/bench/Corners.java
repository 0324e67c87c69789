package dev.whetstone.cli.bench;

import dev.whetstone.task.Control;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The slowest levels of each family: every level of every control, the others at their highest. */
final class Corners {
  private static final double WARM_SECONDS = 0.15;
  private static final double LOOK_SECONDS = 0.01;
  private static final double CHECK_SECONDS = 0.1;
  private static final int LOOKED_AT_AGAIN = 3;

  /**
   * What a task of these levels takes.
   *
   * @param millis CPU time a task, on average
   */
  record Corner(TaskFamily family, Levels levels, double millis) {}

  private Corners() {}

  /** The family's slowest: found in a quick look, measured again among the slowest few. */
  static Corner slowest(TaskFamily family) {
    measure(family, Levels.highest(family.controls()), WARM_SECONDS);
    return all(family).stream()
        .map(levels -> measure(family, levels, LOOK_SECONDS))
        .sorted(Comparator.comparingDouble(Corner::millis).reversed())
        .limit(LOOKED_AT_AGAIN)
        .map(corner -> measure(family, corner.levels(), CHECK_SECONDS))
        .max(Comparator.comparingDouble(Corner::millis))
        .orElseThrow();
  }

  private static List<Levels> all(TaskFamily family) {
    Levels highest = Levels.highest(family.controls());
    SequencedSet<Levels> all = new LinkedHashSet<>(List.of(highest));
    for (Control control : family.controls())
      for (int level = 0; level <= control.top(); level++) all.add(highest.with(control, level));
    return new ArrayList<>(all);
  }

  private static Corner measure(TaskFamily family, Levels levels, double seconds) {
    double rate =
        CpuClock.perSecond(
            seconds, i -> Identity.of(family, levels, Split.TRAIN, "bench", i).make(family));
    return new Corner(family, levels, 1_000 / rate);
  }
}
