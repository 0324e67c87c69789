package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Writes solutions of one family's training tasks, right or with one flaw; the truth is exact. */
final class Author {
  private static final Provenance SIMULATED =
      new Provenance("simulated solver", "exact: as written", "Apache-2.0");

  private static final String SETS = "simulated/";

  /** Tasks that are looked at to know which flaws a family has. */
  private static final int SAMPLE = 20;

  private final TaskFamily family;
  private final String salt;
  private final RandomGenerator random;
  private long written;

  Author(TaskFamily family, String salt, RandomGenerator random) {
    this.family = family;
    this.salt = salt;
    this.random = random;
  }

  String family() {
    return family.name();
  }

  /** Whose task this solves. */
  static String family(Labelled written) {
    return written.set().substring(SETS.length());
  }

  /** The flaws that its solutions can have; none where its reasoning has no steps. */
  Set<Flaw> flaws() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    for (int i = 0; i < SAMPLE; i++)
      task().worked().ifPresent(worked -> flaws.addAll(flaws(worked)));
    return flaws;
  }

  Labelled right() {
    Task task = task();
    return labelled(task, Solution.right(task.worked().orElseThrow()));
  }

  /** With this flaw at a random step; with another where the task does not have it. */
  Labelled flawed(Flaw flaw) {
    Task task = task();
    Worked worked = task.worked().orElseThrow();
    Set<Flaw> possible = flaws(worked);
    if (possible.isEmpty()) return labelled(task, Solution.right(worked));
    Flaw made = possible.contains(flaw) ? flaw : drawn(List.copyOf(possible));
    int step = drawn(steps(worked, made));
    return labelled(task, Solution.broken(worked, step, made, random));
  }

  private Task task() {
    List<Integer> levels =
        family.controls().stream().map(control -> random.nextInt(control.top() + 1)).toList();
    return Identity.of(family, new Levels(family.controls(), levels), Split.TRAIN, salt, written++)
        .make(family);
  }

  private static Set<Flaw> flaws(Worked worked) {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    for (Flaw flaw : Flaw.values()) if (!steps(worked, flaw).isEmpty()) flaws.add(flaw);
    return flaws;
  }

  /** Where it can be made; that all goes on as if it were right needs something that follows. */
  private static List<Integer> steps(Worked worked, Flaw flaw) {
    int steps = Solution.right(worked).steps().size();
    return flaw == Flaw.RIGHT_AFTER_WRONG
        ? IntStream.range(0, steps - 1)
            .filter(i -> worked.flaws(i).stream().anyMatch(f -> f != Flaw.SKIPPED_CASE))
            .boxed()
            .toList()
        : IntStream.range(0, steps).filter(i -> worked.flaws(i).contains(flaw)).boxed().toList();
  }

  private <T> T drawn(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private Labelled labelled(Task task, Solution solution) {
    return new Labelled(
        SETS + family.name(),
        salt + "/" + written,
        Labelled.Split.TRAIN,
        new Derivation(task.question(), new ArrayList<>(solution.steps())),
        Truth.ofFirstError(solution.steps().size(), solution.firstError()),
        Optional.empty(),
        SIMULATED);
  }
}
