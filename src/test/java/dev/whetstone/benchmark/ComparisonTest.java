package dev.whetstone.benchmark;

import static dev.whetstone.benchmark.Items.NONE;
import static dev.whetstone.benchmark.Items.judged;
import static dev.whetstone.benchmark.Items.solution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.McNemar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(300, 2);

  @Test
  void whoIsBetterOnTheSameItemsIsSeenToBe() {
    List<Judged> good = new ArrayList<>();
    List<Judged> poor = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Labelled item = solution("s", "problem " + i, 2, i % 2 == 0 ? 1 : NONE);
      boolean wrong = i % 2 == 0;
      good.add(judged(item, 0.9, wrong ? 0.1 : 0.9));
      poor.add(judged(item, 0.9, i % 4 < 2 == wrong ? 0.2 : 0.8));
    }
    Comparison comparison = Comparison.of("new@2", good, "old@1", poor, BOOTSTRAP);
    assertEquals(McNemar.of(20, 0), comparison.firstError().orElseThrow());
    Estimate auc = comparison.stepAuc().orElseThrow();
    assertTrue(auc.low() > 0, auc::toString);
    assertTrue(comparison.f1().orElseThrow().low() > 0);
  }

  @Test
  void aJudgeDoesNotDifferFromItself() {
    List<Judged> judged =
        List.of(
            judged(solution("s", "a", 2, 0), 0.2, 0.3), judged(solution("s", "b", 1, NONE), 0.9));
    Comparison comparison = Comparison.of("a", judged, "a", judged, BOOTSTRAP);
    assertEquals(new Estimate(0, 0, 0), comparison.f1().orElseThrow());
    assertEquals(1, comparison.firstError().orElseThrow().p());
  }

  @Test
  void stepsAreComparedWhereBothScoredThem() {
    Labelled wrong = solution("s", "a", 1, 0);
    Labelled right = solution("s", "b", 1, NONE);
    Comparison comparison =
        Comparison.of(
            "one",
            List.of(judged(wrong, 0.1), judged(right, 0.9)),
            "other",
            List.of(judged(wrong, 0.1), Items.refused(right)),
            BOOTSTRAP);
    assertTrue(comparison.stepAuc().isEmpty());
    assertEquals(McNemar.of(1, 0), comparison.firstError().orElseThrow());
  }

  @Test
  void otherItemsAreRefused() {
    List<Judged> one = List.of(judged(solution("s", "a", 1, 0), 0.1));
    List<Judged> other = List.of(judged(solution("s", "b", 1, 0), 0.1));
    assertThrows(
        IllegalArgumentException.class, () -> Comparison.of("one", one, "other", other, BOOTSTRAP));
  }
}
