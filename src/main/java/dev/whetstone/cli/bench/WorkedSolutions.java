package dev.whetstone.cli.bench;

import dev.whetstone.model.Derivation;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Derivations to score: the families' own worked solutions, at all levels. */
final class WorkedSolutions {
  private WorkedSolutions() {}

  /** The same for a generator of the same seed; families take turns. */
  static List<Derivation> of(int count, RandomGenerator random) {
    List<Derivation> derivations = new ArrayList<>();
    for (long index = 0; derivations.size() < count; index++)
      for (TaskFamily family : Families.answered()) {
        Task task = task(family, index, random);
        task.worked()
            .map(worked -> new Derivation(task.question(), Solution.right(worked).steps()))
            .ifPresent(derivations::add);
      }
    return List.copyOf(derivations.subList(0, count));
  }

  private static Task task(TaskFamily family, long index, RandomGenerator random) {
    List<Integer> levels =
        family.controls().stream().map(control -> random.nextInt(control.top() + 1)).toList();
    return Identity.of(
            family, new Levels(family.controls(), levels), Split.TRAIN, "bench scoring", index)
        .make(family);
  }
}
