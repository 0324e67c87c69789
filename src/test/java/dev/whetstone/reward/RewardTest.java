package dev.whetstone.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.task.Grade;
import dev.whetstone.verify.Reliability;
import dev.whetstone.verify.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTest {
  @ParameterizedTest
  @CsvSource({"RIGHT,1,1", "WRONG,0,1", "UNREADABLE,0,0"})
  void aRightAnswerIsPaidAndReadabilityIsToldApart(Grade grade, double value, double readable) {
    Reward reward = Reward.of(new Verdict.Judged(grade, Reliability.EXACT, "exact@1"));
    assertEquals(value, reward.value());
    assertEquals(Map.of("correct", value, "readable", readable), reward.components());
    assertEquals(0, reward.errorProbability());
    assertEquals("correctness@1", reward.formula());
  }

  @ParameterizedTest
  @CsvSource({
    "RIGHT,1,1,1,1",
    "RIGHT,0.5,0.5,1,1",
    "RIGHT,0.01,0.01,1,1",
    "WRONG,0,0,0,1",
    "UNREADABLE,0,0,0,0"
  })
  void whereStepsAreCountedARightAnswerIsPaidForItsEconomy(
      Grade grade, double economy, double value, double correct, double readable) {
    Reward reward =
        Reward.of(
            new Verdict.Judged(
                grade, Reliability.EXACT, "exact@1", OptionalDouble.of(economy), Optional.empty()));
    assertEquals(value, reward.value());
    assertEquals("economy@1", reward.formula());
    assertEquals(
        Map.of("correct", correct, "readable", readable, "economy", economy), reward.components());
  }

  @Test
  void anUncertainVerifierShowsInTheReward() {
    Verdict.Judged verdict = new Verdict.Judged(Grade.RIGHT, new Reliability(0.9, 0.1), "v@1");
    assertEquals(0.1, Reward.of(verdict).errorProbability(), 1e-12);
  }

  @Test
  void aRewardIsAFiniteNumber() {
    assertThrows(IllegalArgumentException.class, () -> new Reward(Double.NaN, Map.of(), 0, "x@1"));
  }
}
