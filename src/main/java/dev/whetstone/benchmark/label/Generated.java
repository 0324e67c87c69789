package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.model.Derivation;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A task family's worked solutions at all levels, with exact labels, made anew for each seed: of
 * the hashed range for evaluation alone, so that none was ever trained on. Every other one has its
 * first error at a random step, of a random kind.
 */
public final class Generated {
  /** What the names of their sets begin with; the family's name follows. */
  public static final String SETS = "family/";

  private static final Provenance RIGHT = provenance("worked, right");

  private final TaskFamily family;
  private final String salt;

  public Generated(TaskFamily family, long seed) {
    this.family = family;
    this.salt = "labelled-" + seed;
  }

  /** The first so many; none where the family's reasoning has no steps. */
  public List<Labelled> items(int count) {
    return LongStream.range(0, count).mapToObj(this::item).flatMap(Optional::stream).toList();
  }

  private Optional<Labelled> item(long index) {
    RandomGenerator random =
        new SplittableRandom(Hash.of(family.name(), salt, Long.toString(index)).asLong());
    Task task = task(index, random);
    return task.worked()
        .map(
            worked ->
                index % 2 == 0
                    ? labelled(index, task, Solution.right(worked))
                    : labelled(index, task, broken(worked, random)));
  }

  private Task task(long index, RandomGenerator random) {
    List<Integer> levels =
        family.controls().stream().map(control -> random.nextInt(control.top() + 1)).toList();
    return Identity.of(family, new Levels(family.controls(), levels), Split.EVALUATION, salt, index)
        .make(family);
  }

  /** Right where no step of it can be broken. */
  private static Solution broken(Worked worked, RandomGenerator random) {
    int steps = Solution.right(worked).steps().size();
    List<Integer> breakable =
        IntStream.range(0, steps).filter(i -> !worked.flaws(i).isEmpty()).boxed().toList();
    if (breakable.isEmpty()) return Solution.right(worked);
    int step = breakable.get(random.nextInt(breakable.size()));
    List<Flaw> flaws = flaws(worked, step, step == steps - 1);
    return Solution.broken(worked, step, flaws.get(random.nextInt(flaws.size())), random);
  }

  /** That all goes on as if it were right says something only where something follows. */
  private static List<Flaw> flaws(Worked worked, int step, boolean last) {
    List<Flaw> flaws = new ArrayList<>(new TreeSet<>(worked.flaws(step)));
    boolean otherThanSkipped = flaws.stream().anyMatch(flaw -> flaw != Flaw.SKIPPED_CASE);
    if (!last && otherThanSkipped) flaws.add(Flaw.RIGHT_AFTER_WRONG);
    return flaws;
  }

  private Labelled labelled(long index, Task task, Solution solution) {
    return new Labelled(
        SETS + family.name(),
        salt + "/" + index,
        Labelled.Split.TEST,
        new Derivation(task.question(), solution.steps()),
        Truth.ofFirstError(solution.steps().size(), solution.firstError()),
        Optional.of(task.check().grade(solution.text()) == Grade.RIGHT),
        solution.flaw().map(Generated::provenance).orElse(RIGHT));
  }

  private static Provenance provenance(Flaw flaw) {
    return provenance("worked, " + flaw.name().toLowerCase(Locale.ROOT));
  }

  private static Provenance provenance(String generator) {
    return new Provenance(generator, "exact: as generated", "Apache-2.0");
  }
}
