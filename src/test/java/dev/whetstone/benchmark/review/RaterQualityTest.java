package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RaterQualityTest {
  private static final double LEAST = 0.8;
  private static final int MOST_GOLD = 100;

  /** By gold items and right ones, as they are needed. */
  private static final Map<List<Integer>, Boolean> FLAGGED = new HashMap<>();

  @Test
  void withoutGoldNothingIsKnown() {
    RaterQuality quality = quality(0, 0);
    assertEquals(0.5, quality.accuracy());
    assertEquals(0.025, quality.low(), 1e-9);
    assertEquals(0.975, quality.high(), 1e-9);
    assertFalse(quality.flagged());
  }

  @Test
  void theIntervalIsThatOfTheBetaPosterior() {
    RaterQuality allRight = quality(9, 9);
    assertEquals(Math.pow(0.025, 0.1), allRight.low(), 1e-9, "Beta(10, 1)");
    assertEquals(Math.pow(0.975, 0.1), allRight.high(), 1e-9);
    RaterQuality allWrong = quality(9, 0);
    assertEquals(1 - Math.pow(0.025, 0.1), allWrong.high(), 1e-9, "Beta(1, 10)");
    assertTrue(allWrong.flagged());
  }

  @Test
  void aRaterWhoIsRightByChanceIsFoundWithin30GoldItems() {
    assertEquals(1, found(0.5, 30), 0.05);
    assertEquals(1, found(0.3, 15), 0.05);
  }

  @Test
  void aGoodRaterIsHardlyEverFlagged() {
    assertTrue(found(0.95, 30) < 0.02);
    assertTrue(found(0.95, MOST_GOLD) < 0.02);
  }

  /** Share of raters of this accuracy who are flagged at some time within so many gold items. */
  private static double found(double accuracy, int gold) {
    SplittableRandom random = new SplittableRandom(5);
    int raters = 1_000;
    int found = 0;
    for (int rater = 0; rater < raters; rater++) {
      int right = 0;
      boolean flagged = false;
      for (int n = 1; n <= gold && !flagged; n++) {
        if (random.nextDouble() < accuracy) right++;
        flagged = FLAGGED.computeIfAbsent(List.of(n, right), k -> isFlagged(k.get(0), k.get(1)));
      }
      if (flagged) found++;
    }
    System.out.printf(
        "accuracy %.2f: flagged within %d gold: %d of %d%n", accuracy, gold, found, raters);
    return (double) found / raters;
  }

  private static boolean isFlagged(int gold, int right) {
    return quality(gold, right).flagged();
  }

  private static RaterQuality quality(int gold, int right) {
    return RaterQuality.of("ann", gold, 0, gold, right, LEAST);
  }
}
