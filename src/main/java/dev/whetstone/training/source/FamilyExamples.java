package dev.whetstone.training.source;

import dev.whetstone.model.fit.Example;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Worked solutions of task families with, beside their steps, broken ones: without end, with exact
 * labels, and of the hashed range for training alone.
 */
public final class FamilyExamples {
  private final TaskFamily family;
  private final Split split;
  private final String salt;
  private final double weight;

  /**
   * @param salt names its draws
   * @param weight of each step's loss
   */
  public FamilyExamples(TaskFamily family, Split split, String salt, double weight) {
    this.family = family;
    this.split = split;
    this.salt = salt;
    this.weight = weight;
  }

  /** The index-th example; empty where the family's reasoning has no steps. */
  public Optional<Example> example(long index) {
    RandomGenerator random = new SplittableRandom(index * 0x9E3779B97F4A7C15L + salt.hashCode());
    Task task = Identity.of(family, levels(random), split, salt, index).make(family);
    return task.worked().map(worked -> example(task, worked, random));
  }

  private Levels levels(RandomGenerator random) {
    Map<String, Integer> levels = new HashMap<>();
    family.controls().forEach(c -> levels.put(c.name(), random.nextInt(c.values().size())));
    return Levels.of(family.controls(), levels);
  }

  private Example example(Task task, Worked worked, RandomGenerator random) {
    List<String> right = Solution.right(worked).steps();
    Chain chain = new Chain();
    for (int i = 0; i < right.size(); i++) {
      Set<Flaw> flaws = new TreeSet<>(worked.flaws(i));
      if (!flaws.isEmpty()) {
        Flaw flaw = new ArrayList<>(flaws).get(random.nextInt(flaws.size()));
        String text = Solution.broken(worked, i, flaw, random).steps().get(i);
        chain.wrong(text, right.get(i), Kinds.of(flaw), weight);
      }
      chain.right(right.get(i), weight);
    }
    return chain.example(task.question());
  }
}
