package dev.whetstone.benchmark.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.metric.BestThreshold.Solution;
import dev.whetstone.benchmark.metric.Decisions.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static final Decision FOUND = new Decision(true, true, true);
  private static final Decision ELSEWHERE = new Decision(true, false, true);
  private static final Decision MISSED = new Decision(true, false, false);
  private static final Decision ACCEPTED = new Decision(false, true, true);
  private static final Decision ACCUSED = new Decision(false, false, false);

  @Test
  void theHarmonicMeanIsThatOfThePublishedTable() {
    // ProcessBench, table 3: Math-Shepherd-PRM-7B on GSM8K and on MATH; Qwen2.5-Math-7B-PRM800K
    assertEquals(0.479, Decisions.f1(0.324, 0.917), 5e-4);
    assertEquals(0.295, Decisions.f1(0.180, 0.820), 5e-4);
    assertEquals(0.682, Decisions.f1(0.531, 0.953), 5e-4);
    assertEquals(0, Decisions.f1(0, 0), 0);
  }

  @Test
  void eachMeasureIsTheShareThatItsNameSays() {
    Decisions decisions = of(FOUND, ELSEWHERE, MISSED, MISSED, ACCEPTED, ACCUSED);
    int[] once = decisions.clusters().once();
    assertEquals(1.0 / 4, decisions.erroneousAccuracy(once));
    assertEquals(1.0 / 2, decisions.correctAccuracy(once));
    assertEquals(1.0 / 3, decisions.f1(once), 1e-12);
    assertEquals(2.0 / 6, decisions.firstErrorAccuracy(once));
    assertEquals(3.0 / 6, decisions.solutionAccuracy(once));
  }

  @Test
  void withoutCorrectSolutionsThereIsNoF1() {
    Decisions decisions = of(FOUND, MISSED);
    assertTrue(Double.isNaN(decisions.f1(decisions.clusters().once())));
    assertEquals(0.5, decisions.erroneousAccuracy(decisions.clusters().once()));
  }

  @Test
  void whoFindsTheStepCannotSayThatThereIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Decision(true, true, false));
  }

  @Test
  void theBestThresholdIsWhatTryingAllOfThemFinds() {
    for (int seed = 0; seed < 100; seed++) {
      List<Solution> solutions = solutions(new Random(seed));
      double tried = 0;
      for (int t = 0; t <= 220; t++) tried = Math.max(tried, f1(solutions, t / 220.0 + 1e-4));
      Optional<BestThreshold> best = BestThreshold.of(solutions);
      if (best.isEmpty()) continue;
      assertEquals(tried, best.get().f1(), 1e-12, "seed " + seed);
      assertEquals(best.get().f1(), f1(solutions, best.get().threshold()), 1e-12, "seed " + seed);
    }
  }

  private static List<Solution> solutions(Random random) {
    List<Solution> solutions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int steps = 1 + random.nextInt(5);
      List<Double> right = random.doubles(steps).map(p -> Math.rint(p * 11) / 11).boxed().toList();
      int first = random.nextInt(steps + 1);
      solutions.add(
          new Solution(right, first == steps ? OptionalInt.empty() : OptionalInt.of(first)));
    }
    return solutions;
  }

  private static double f1(List<Solution> solutions, double threshold) {
    List<Decision> decisions = new ArrayList<>();
    for (Solution solution : solutions) {
      int said = 0;
      while (said < solution.right().size() && solution.right().get(said) >= threshold) said++;
      int first = solution.firstError().orElse(solution.right().size());
      boolean none = said == solution.right().size();
      boolean erroneous = solution.firstError().isPresent();
      decisions.add(new Decision(erroneous, said == first, erroneous != none));
    }
    Decisions all = of(decisions.toArray(Decision[]::new));
    return all.f1(all.clusters().once());
  }

  private static Decisions of(Decision... decisions) {
    return new Decisions(List.of(decisions), RankingTest.alone(decisions.length));
  }
}
