package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.training.simulation.Comparison.Pair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void theRatioIsTheMeanOfTheSeedsWithStudentsInterval() {
    Comparison two =
        new Comparison(
            List.of(
                new Pair(List.of(round(8)), List.of(round(1))),
                new Pair(List.of(round(8)), List.of(round(3)))));
    Estimate ratio = two.ratio().get();
    assertEquals(0.25, ratio.value(), 1e-9);
    assertEquals(0.25 + 12.7062 * 0.125, ratio.high(), 1e-3);
    assertEquals(0, ratio.low());
  }

  @Test
  void theEndIsTheLastRoundsAlone() {
    List<Round> rounds =
        List.of(round(9), round(9), round(1), round(1), round(1), round(1), round(1));
    Comparison one = new Comparison(List.of(new Pair(rounds, rounds)));
    assertEquals(new Estimate(0.1, 0.1, 0.1), one.exploits(true).get());
  }

  @Test
  void whereNothingWasRewardedNothingIsTold() {
    Round nothing =
        new Round(1, 0.5, Double.NaN, Cost.NONE, List.of(new Round.Family("a", 10, 0, 0)));
    Comparison one = new Comparison(List.of(new Pair(List.of(nothing), List.of(nothing))));
    assertEquals(Optional.empty(), one.exploits(true));
    assertEquals(Optional.empty(), one.ratio());
    assertEquals(List.of(Optional.empty()), one.curve(Measure.HUMAN, true));
    assertEquals(List.of(Optional.empty()), one.curve(Measure.LABEL_ERROR, true));
  }

  @Test
  void aSeedHasAsManyRoundsOffAsOn() {
    assertThrows(IllegalArgumentException.class, () -> new Pair(List.of(round(1)), List.of()));
  }

  private static Round round(int exploits) {
    return new Round(
        1, 0.5, Double.NaN, Cost.NONE, List.of(new Round.Family("a", 10, 10, exploits)));
  }
}
