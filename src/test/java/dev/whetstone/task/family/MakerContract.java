package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Control;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every family is held to, however its tasks are answered. */
abstract class MakerContract {
  abstract TaskFamily family();

  /** The controls whose levels show in the effort. */
  List<Control> measured() {
    return family().controls();
  }

  final Task task(Levels levels, String salt, long index) {
    return Identity.of(family(), levels, Split.TRAIN, salt, index).make(family());
  }

  final List<Task> tasks(Levels levels, int count) {
    return IntStream.range(0, count).mapToObj(i -> task(levels, "contract", i)).toList();
  }

  final List<Levels> corners() {
    List<Control> controls = family().controls();
    Levels middle =
        new Levels(controls, controls.stream().map(control -> control.top() / 2).toList());
    return List.of(Levels.lowest(controls), middle, Levels.highest(controls));
  }

  /** Levels drawn evenly over the whole lattice. */
  final Levels anyLevels(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Levels(
        family().controls(),
        family().controls().stream().map(c -> random.nextInt(c.top() + 1)).toList());
  }

  @Test
  void sameIdentityGivesTheSameBytesInAnyOrderOnAnyThread() {
    List<Levels> levels = IntStream.range(0, 60).mapToObj(this::anyLevels).toList();
    Function<Integer, String> text =
        i -> task(levels.get(i), "same", i).question() + task(levels.get(i), "same", i).answer();
    List<String> forward = IntStream.range(0, 60).boxed().map(text).toList();
    List<String> parallel = IntStream.range(0, 60).parallel().boxed().map(text).toList();
    assertEquals(forward, parallel);
  }

  @Test
  void neighbouringSaltsShareNothing() {
    Levels top = Levels.highest(family().controls());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 150; i++) seen.add(task(top, "42", i).question());
    long shared =
        IntStream.range(0, 150).filter(i -> seen.contains(task(top, "43", i).question())).count();
    assertTrue(shared <= 3, shared + " of 150 questions are shared");
    assertTrue(seen.size() >= 140, "only " + seen.size() + " of 150 questions are distinct");
  }

  @Test
  void trainingAndEvaluationNeverMeet() {
    Levels low = Levels.lowest(family().controls());
    Set<String> train = new HashSet<>();
    for (int i = 0; i < 300; i++) train.add(task(low, "split", i).question());
    for (int i = 0; i < 60; i++) {
      Identity held = Identity.of(family(), low, Split.EVALUATION, "split", i);
      assertFalse(train.contains(held.make(family()).question()));
    }
  }

  @Test
  void everyLevelOfEveryControlMakesItHarder() {
    for (Control control : measured()) {
      double before = 0;
      for (int level = 0; level <= control.top(); level++) {
        double now = meanEffort(corners().getFirst().with(control, level));
        assertTrue(now >= before * 0.97, control.name() + " level " + level + ": " + now);
        if (level == control.top() && level > 0)
          assertTrue(now > 1.05 * meanEffort(corners().getFirst()), control.name());
        before = now;
      }
    }
  }

  private double meanEffort(Levels levels) {
    return tasks(levels, 60).stream().mapToLong(Task::effort).average().orElseThrow();
  }

  @Test
  void blindPoliciesEarnNoMoreThanChance() {
    for (Levels levels : corners()) {
      List<Task> tasks = tasks(levels, 300);
      Map<String, Function<String, String>> policies = Exploits.policies(tasks);
      double chance = family().chance();
      double bound = chance + 3.5 * Math.sqrt(chance * (1 - chance) / tasks.size());
      policies.forEach(
          (name, policy) -> {
            double earned = Exploits.earned(tasks, policy);
            assertTrue(earned <= bound, () -> name + " earns " + earned + " at " + levels.key());
          });
    }
  }

  @Test
  void goldenCasesHold() {
    GoldenCases.of(family().name()).verify(family());
  }
}
