package dev.whetstone.benchmark.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalancedThresholdTest {
  @Test
  void itPartsTheClassesWhereTheyPartBest() {
    assertEquals(
        0.5,
        BalancedThreshold.of(
            List.of(0.9, 0.2, 0.6, 0.4, 0.3), List.of(true, false, true, false, true)),
        1e-12);
  }

  @Test
  void itDoesNotDependOnHowCommonAClassIs() {
    List<Double> scores = List.of(0.1, 0.3, 0.7, 0.7, 0.7, 0.7, 0.9, 0.9);
    List<Boolean> positive = List.of(false, false, true, true, true, true, true, true);
    assertEquals(0.5, BalancedThreshold.of(scores, positive), 1e-12);
  }

  @Test
  void oneClassAloneHasTheMiddle() {
    assertEquals(0.5, BalancedThreshold.of(List.of(0.9), List.of(true)));
    assertEquals(0.5, BalancedThreshold.of(List.of(), List.of()));
  }
}
