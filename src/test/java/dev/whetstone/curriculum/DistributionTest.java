package dev.whetstone.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.curriculum.scheduler.PlrScheduler;
import dev.whetstone.curriculum.scheduler.SecScheduler;
import dev.whetstone.curriculum.scheduler.UniformScheduler;
import dev.whetstone.verify.Reliability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
  static Stream<Scheduler> schedulers() {
    return Stream.of(
        LearnabilityScheduler.DEFAULT,
        new LearnabilityScheduler(0.005, 0.01),
        new SecScheduler(0.2, 0.1),
        new PlrScheduler(0.3, 0.1),
        new UniformScheduler());
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void probabilitiesSumToOneAndNoneIsZero(Scheduler scheduler) {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CurriculumState state = Example.wander(Example.start(scheduler), 5 * seed, random);
      for (int group : new int[] {1, 2, 8, 64}) {
        double sum = 0;
        for (Choice choice : state.distribution(group).choices()) {
          assertTrue(choice.probability() > 0);
          sum += choice.probability();
        }
        assertEquals(1, sum, 1e-12);
      }
    }
  }

  @Test
  void anOpenFamilyIsAskedAtEveryLevelFromTheStartAndNeverMoves() {
    FamilyRange open = new FamilyRange("sum", Example.SUM.controls(), 1, true);
    CurriculumState state =
        CurriculumState.start(Example.with(new UniformScheduler(), open), Map.of());
    for (int i = 0; i < 40; i++) state = Example.learn(state, Example.sum(i % 5, i % 4), 8, 0);
    List<Choice> choices = state.distribution(8).choices();
    assertEquals(5 * 4, choices.stream().map(Choice::cell).distinct().count());
    for (Choice choice : choices) assertEquals(1.0 / 20, choice.probability(), 1e-12);
  }

  @Test
  void drawsFollowTheProbabilities() {
    SplittableRandom random = new SplittableRandom(5);
    Distribution distribution = Example.wander(Example.start(), 40, random).distribution(8);
    Map<Cell, Integer> counts = new HashMap<>();
    int draws = 100_000;
    for (int i = 0; i < draws; i++)
      counts.merge(distribution.sample(random).cell(), 1, Integer::sum);
    for (Choice choice : distribution.choices())
      assertEquals(choice.probability(), counts.getOrDefault(choice.cell(), 0) / 1e5, 0.006);
  }

  @Test
  void theWindowIsOneLevelEitherWayInEachControl() {
    CurriculumState state = Example.start();
    assertEquals(
        List.of(
            Example.sum(0, 0),
            Example.sum(0, 1),
            Example.sum(1, 0),
            Example.tree(0),
            Example.tree(1)),
        cells(state));
  }

  private static List<Cell> cells(CurriculumState state) {
    return state.distribution(8).choices().stream().map(Choice::cell).toList();
  }

  @Test
  void theBetterLearnableIsAskedMoreOften() {
    CurriculumState state = Example.start();
    for (int i = 0; i < 5; i++) {
      state = Example.learn(state, Example.sum(0, 0), 8, 8);
      state = Example.learn(state, Example.sum(0, 1), 8, 4);
      state = Example.learn(state, Example.sum(1, 0), 8, 0);
    }
    assertTrue(probability(state, Example.sum(0, 1)) > 10 * probability(state, Example.sum(0, 0)));
    assertTrue(probability(state, Example.sum(0, 1)) > 10 * probability(state, Example.sum(1, 0)));
  }

  private static double probability(CurriculumState state, Cell cell) {
    return state.distribution(8).choices().stream()
        .filter(choice -> choice.cell().equals(cell))
        .mapToDouble(Choice::probability)
        .sum();
  }

  @Test
  void passesThatAreFalseDrawNoTasks() {
    CurriculumState state =
        CurriculumState.start(
            Example.with(LearnabilityScheduler.DEFAULT, Example.SUM, Example.TREE),
            Map.of("tree", new Reliability(1, 0.25)));
    for (int i = 0; i < 10; i++) {
      state = Example.learn(state, Example.tree(0), 8, 2);
      state = Example.learn(state, Example.tree(1), 8, 2);
      state = Example.learn(state, Example.sum(0, 0), 8, 2);
      state = Example.learn(state, Example.sum(0, 1), 8, 2);
      state = Example.learn(state, Example.sum(1, 0), 8, 2);
    }
    double tree = probability(state, Example.tree(0)) + probability(state, Example.tree(1));
    assertTrue(tree < 0.08, "only the exploring share: " + tree);
  }

  /** A policy that always says yes: every group is all right or all wrong, half of them each. */
  @Test
  void groupsThatAreNeverMixedDrawNoTasks() {
    CurriculumState state =
        CurriculumState.start(
            Example.with(LearnabilityScheduler.DEFAULT, Example.SUM, Example.TREE), Map.of());
    for (int i = 0; i < 12; i++) {
      state = Example.learn(state, Example.tree(0), 8, i % 2 * 8);
      state = Example.learn(state, Example.tree(1), 8, (i + 1) % 2 * 8);
      state = Example.learn(state, Example.sum(0, i % 2), 8, 4);
    }
    double flat = probability(state, Example.tree(0)) + probability(state, Example.tree(1));
    assertEquals(exploring(state, "tree"), flat, 0.001);
    assertEquals(0.5, reason(state, Example.tree(0)).observed(), 0.05);
    for (int i = 0; i < 12; i++) state = Example.learn(state, Example.tree(0), 8, 4);
    assertTrue(reason(state, Example.tree(0)).usable() > 0.5, "it recovers");
  }

  private static double exploring(CurriculumState state, String family) {
    double due = 0;
    double all = 0;
    for (Choice choice : state.distribution(8).choices()) {
      all += choice.reason().staleness();
      if (choice.cell().family().equals(family)) due += choice.reason().staleness();
    }
    return 0.1 * due / all;
  }

  @Test
  void aFamilyGetsNoMoreForHavingMoreCells() {
    Distribution fresh =
        CurriculumState.start(
                Example.with(LearnabilityScheduler.DEFAULT, Example.SUM, Example.TREE), Map.of())
            .distribution(8);
    double sum =
        fresh.choices().stream()
            .filter(choice -> choice.cell().family().equals("sum"))
            .mapToDouble(Choice::probability)
            .sum();
    assertEquals(0.9 * 0.5 + 0.1 * 3 / 5, sum, 1e-12);
  }

  @Test
  void weightsScaleFamiliesThatAreEquallyLearnable() {
    FamilyRange heavy = new FamilyRange("heavy", Example.TREE.controls(), 3);
    CurriculumState state =
        CurriculumState.start(
            Example.with(LearnabilityScheduler.DEFAULT, heavy, Example.TREE), Map.of());
    double share =
        state.distribution(8).choices().stream()
            .filter(choice -> choice.cell().family().equals("heavy"))
            .mapToDouble(Choice::probability)
            .sum();
    assertEquals(0.75, share, 1e-12);
  }

  @Test
  void masteredCellsAreTestedAgain() {
    CurriculumState state = Example.start();
    for (int depth = 0; depth < 6; depth++)
      for (int i = 0; i < 3; i++) state = Example.learn(state, Example.tree(depth), 8, 8);
    long mastered = state.lessons();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 2_000; i++) {
      Cell cell = state.distribution(8).sample(random).cell();
      state = Example.learn(state, cell, 8, cell.family().equals("tree") ? 8 : 4);
    }
    for (CellState cell : state.cells())
      if (cell.cell().family().equals("tree"))
        assertTrue(cell.lastLesson() > mastered + 1_000, cell + " was not tested again");
  }

  @Test
  void aStaleCellIsMoreDue() {
    CurriculumState state = Example.start(new SecScheduler(0.2, 1));
    for (int i = 0; i < 20; i++) state = Example.learn(state, Example.sum(0, 0), 8, 8);
    assertEquals(1.0 / (1 + 4 * 21), probability(state, Example.sum(0, 0)), 1e-12);
  }

  @Test
  void everyTermIsTold() {
    CurriculumState state = Example.learn(Example.start(), Example.tree(0), 8, 4);
    Reason reason = reason(state, Example.tree(0));
    assertEquals(0.5, reason.observed());
    assertEquals(0.4 / 0.85, reason.corrected(), 1e-12);
    assertEquals(0.25, reason.learnable() + reason.noise(), 1e-12);
    assertEquals((1 + 2 * (1 - 2 * Math.pow(0.5, 8))) / (1 + 2), reason.usable(), 0.001);
    assertEquals(reason.utility() * reason.usable(), reason.score());
    assertEquals(1, reason.staleness());
  }

  private static Reason reason(CurriculumState state, Cell cell) {
    return state.distribution(8).choices().stream()
        .filter(choice -> choice.cell().equals(cell))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void equalsShareTheirRanks() {
    Distribution fresh = Example.start(new PlrScheduler(0.3, 0.1)).distribution(8);
    IntStream.range(0, 5)
        .forEach(i -> assertEquals(0.2, fresh.choices().get(i).probability(), 1e-12));
  }
}
