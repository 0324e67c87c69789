package dev.whetstone.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProposerRewardTest {
  @ParameterizedTest
  @CsvSource({
    "ABSOLUTE_ZERO, 0, 0",
    "ABSOLUTE_ZERO, 0.125, 0.875",
    "ABSOLUTE_ZERO, 0.5, 0.5",
    "ABSOLUTE_ZERO, 0.875, 0.125",
    "ABSOLUTE_ZERO, 1, 0",
    "R_ZERO, 0, 0",
    "R_ZERO, 0.25, 0.5",
    "R_ZERO, 0.5, 1",
    "R_ZERO, 0.75, 0.5",
    "R_ZERO, 1, 0",
    "SPICE, 0, 0.04393693362340742",
    "SPICE, 0.25, 0.8225775623986646",
    "SPICE, 0.5, 1",
    "SPICE, 0.75, 0.8225775623986646",
    "SPICE, 1, 0.04393693362340742",
    "VARIANCE, 0, 0",
    "VARIANCE, 0.25, 0.1875",
    "VARIANCE, 0.5, 0.25",
    "VARIANCE, 1, 0"
  })
  void everyShapeHasItsFormula(LearnabilityShape shape, double p, double paid) {
    assertEquals(paid, shape.of(p), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({
    "R_ZERO, 4, 8, 0, 1",
    "R_ZERO, 4, 8, 0.25, 0.75",
    "R_ZERO, 1, 8, 0.5, 0",
    "ABSOLUTE_ZERO, 2, 8, 0.5, 0.25",
    "VARIANCE, 4, 8, 0.1, 0.15"
  })
  void repetitionIsTakenOffButNothingIsOwed(
      LearnabilityShape shape, int passed, int attempts, double repetition, double paid) {
    assertEquals(paid, ProposerReward.of(shape, passed, attempts, repetition).value(), 1e-15);
  }

  /** Wilson's interval for 4 of 8 is [0.215, 0.785]. */
  @Test
  void theIntervalIsTheShapeOverThatOfTheRate() {
    ProposerReward reward = ProposerReward.of(LearnabilityShape.R_ZERO, 4, 8, 0);
    assertEquals(1 - 2 * (0.5 - 0.2152), reward.low(), 1e-3);
    assertEquals(1, reward.high());
    ProposerReward failed = ProposerReward.of(LearnabilityShape.ABSOLUTE_ZERO, 0, 8, 0);
    assertEquals(0, failed.value());
    assertEquals(0, failed.low());
    assertEquals(1, failed.high(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void theIntervalHoldsTheValueAndNarrowsWithAttempts(LearnabilityShape shape) {
    for (int attempts = 1; attempts <= 64; attempts *= 2)
      for (int passed = 0; passed <= attempts; passed++)
        for (double repetition : new double[] {0, 0.3, 1}) {
          ProposerReward reward = ProposerReward.of(shape, passed, attempts, repetition);
          assertTrue(reward.low() <= reward.value() && reward.value() <= reward.high());
          ProposerReward more = ProposerReward.of(shape, 64 * passed, 64 * attempts, repetition);
          assertTrue(more.high() - more.low() <= reward.high() - reward.low() + 1e-12);
        }
  }

  @Test
  void whatIsNoRateIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> LearnabilityShape.SPICE.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> LearnabilityShape.ABSOLUTE_ZERO.of(1.1));
    LearnabilityShape shape = LearnabilityShape.R_ZERO;
    assertThrows(IllegalArgumentException.class, () -> ProposerReward.of(shape, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> ProposerReward.of(shape, 9, 8, 0));
    assertThrows(IllegalArgumentException.class, () -> ProposerReward.of(shape, 1, 8, Double.NaN));
  }
}
