package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Distribution;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.Lesson;
import dev.whetstone.curriculum.Replay;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A world made against the difficulty model: families of one to four controls whose levels cost
 * unevenly, cost more together, and now and then cost nothing; every family is learned at its own
 * speed, and its tasks differ beyond their levels.
 */
final class Lattice implements Setting {
  private static final int FAMILIES = 10;
  private static final double LEARNING_RATE = 0.01;
  private static final double TASK_DEVIATION = 0.7;
  private static final double TOGETHER = 0.04;

  /** One family's truth: what each level of each control costs, from 0 upwards. */
  private record Truth(double speed, List<double[]> costs) {
    double cost(Levels levels) {
      double sum = 0;
      int steps = 0;
      for (int i = 0; i < costs.size(); i++) {
        int level = levels.indices().get(i);
        sum += costs.get(i)[level] + TOGETHER * steps * level;
        steps += level;
      }
      return sum;
    }
  }

  private final SplittableRandom random;
  private final Map<String, Truth> truths = new HashMap<>();
  private final Map<String, Double> skill = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private CurriculumState state;

  Lattice(int seed) {
    random = new SplittableRandom(seed);
    List<FamilyRange> families = new ArrayList<>();
    for (int i = 0; i < FAMILIES; i++) families.add(family("family" + i, 1 + i % 4));
    state =
        CurriculumState.start(
            new Curriculum(
                "lattice", "", families, Learning.DEFAULT, Entry.learnability(), Replay.OFF, ""),
            Map.of());
  }

  private FamilyRange family(String name, int size) {
    List<Control> controls = new ArrayList<>();
    List<double[]> costs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int levels = random.nextInt(2, 9);
      controls.add(
          new Control("control" + i, "difficulty", IntStream.range(0, levels).boxed().toList()));
      costs.add(costs(levels));
    }
    truths.put(name, new Truth(0.5 + random.nextDouble(), costs));
    skill.put(name, random.nextDouble(-1, 2));
    all(controls, new ArrayList<>(), name);
    return FamilyRange.full(name, controls);
  }

  /** A control in five has no effect. */
  private double[] costs(int levels) {
    double mean = random.nextInt(5) == 0 ? 0 : random.nextDouble(0.2, 1.5);
    double[] costs = new double[levels];
    for (int i = 1; i < levels; i++) costs[i] = costs[i - 1] + mean * random.nextDouble(0, 2);
    return costs;
  }

  private void all(List<Control> controls, List<Integer> chosen, String family) {
    if (chosen.size() == controls.size()) {
      cells.add(new Cell(family, new Levels(controls, chosen)));
      return;
    }
    for (int level = 0; level <= controls.get(chosen.size()).top(); level++) {
      List<Integer> longer = new ArrayList<>(chosen);
      longer.add(level);
      all(controls, longer, family);
    }
  }

  @Override
  public void step() {
    Distribution distribution = state.distribution(World.GROUP);
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < World.BATCH; i++) lessons.add(lesson(distribution.sample(random).cell()));
    for (Lesson lesson : lessons) {
      double mean = lesson.share();
      double gain = Math.sqrt(mean * (1 - mean)) * truths.get(lesson.cell().family()).speed();
      skill.merge(lesson.cell().family(), LEARNING_RATE * gain, Double::sum);
      state = state.learn(lesson).state();
    }
  }

  private Lesson lesson(Cell cell) {
    double solved = sigmoid(logOdds(cell) + TASK_DEVIATION * random.nextGaussian());
    int passed = 0;
    for (int i = 0; i < World.GROUP; i++) if (random.nextDouble() < solved) passed++;
    return new Lesson(cell, World.GROUP, passed);
  }

  @Override
  public CurriculumState state() {
    return state;
  }

  @Override
  public List<Cell> cells() {
    return cells;
  }

  /** Of the middle task; the mean over tasks has the same order. */
  @Override
  public double solved(Cell cell) {
    return sigmoid(logOdds(cell));
  }

  private double logOdds(Cell cell) {
    return skill.get(cell.family()) - truths.get(cell.family()).cost(cell.levels());
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
