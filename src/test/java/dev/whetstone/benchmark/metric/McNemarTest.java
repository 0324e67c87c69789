package dev.whetstone.benchmark.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class McNemarTest {
  @Test
  void itIsTheTwoSidedBinomialTail() {
    assertEquals(2 * (1 + 10) / 1024.0, McNemar.of(1, 9).p(), 1e-12);
    assertEquals(2 / 64.0, McNemar.of(6, 0).p(), 1e-12);
  }

  @Test
  void noDifferenceIsNoEvidence() {
    assertEquals(1, McNemar.of(0, 0).p(), 0);
    assertEquals(1, McNemar.of(5, 5).p(), 0);
  }

  @Test
  void itHoldsForThousandsOfItemsAndEitherWayRound() {
    assertEquals(McNemar.of(2000, 2200).p(), McNemar.of(2200, 2000).p(), 0);
    // the normal approximation with continuity correction gives z = 199 / sqrt(4200), p = 0.00214
    assertEquals(0.00214, McNemar.of(2000, 2200).p(), 2e-5);
    assertTrue(McNemar.of(0, 5000).p() < 1e-300);
  }
}
