package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.ControlRange;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.replay.Mixture;
import dev.whetstone.task.Levels;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws evenly over all that a curriculum allows: a family by its weight, each level alike. */
record EveryLevel(Curriculum curriculum) {
  Mixture.Drawn draw(RandomGenerator random) {
    FamilyRange range = family(random);
    List<Integer> levels = range.controls().stream().map(c -> level(c, random)).toList();
    Cell cell = new Cell(range.name(), new Levels(range.start().controls(), levels));
    double cells = 1;
    for (ControlRange control : range.controls()) cells *= width(control);
    return new Mixture.Drawn(cell, range.weight() / weight() / cells, Optional.empty());
  }

  private FamilyRange family(RandomGenerator random) {
    double left = random.nextDouble() * weight();
    for (FamilyRange range : curriculum.families()) {
      left -= range.weight();
      if (left < 0) return range;
    }
    return curriculum.families().getLast();
  }

  private double weight() {
    return curriculum.families().stream().mapToDouble(FamilyRange::weight).sum();
  }

  private static int level(ControlRange control, RandomGenerator random) {
    return control.lowest() + random.nextInt(width(control));
  }

  private static int width(ControlRange control) {
    return control.highest() - control.lowest() + 1;
  }
}
