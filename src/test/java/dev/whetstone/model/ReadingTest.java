package dev.whetstone.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final Card.Thresholds WHOLE = new Card.Thresholds(Optional.empty(), 0.1, 0.3);
  private static final Card.Thresholds STEP = new Card.Thresholds(Optional.of(0.5), 0.1, 0.3);

  @Test
  void whatHasAnErrorNamedScoresAHalfAtMost() {
    Card.Thresholds lenient = new Card.Thresholds(Optional.of(0.6), 0.1, 0.2);
    assertEquals(0.5, Reading.of(List.of(0.9, 0.5), List.of(), lenient).score());
    assertEquals(1, Reading.of(List.of(0.9, 0.7), List.of(), lenient).score());
    assertEquals(0, Reading.of(List.of(0.1, 0.5), List.of(), lenient).score());
  }

  @Test
  void aStepBelowTheThresholdSaysThatTheLikeliestErrorIsOne() {
    Reading wrong = Reading.of(List.of(0.9, 0.5, 0.7, 0.4), List.of(), STEP);

    assertEquals(OptionalInt.of(1), wrong.firstError(), ".9 * .5 > .9 * .5 * .7 * .6");
    assertEquals(OptionalInt.empty(), Reading.of(List.of(0.5, 0.5), List.of(), STEP).firstError());
  }

  @Test
  void withoutOneTheWholeDecidesAndTheLikeliestErrorIsNamed() {
    Reading right = Reading.of(List.of(0.9, 0.5), List.of(), WHOLE);
    Reading wrong = Reading.of(List.of(0.9, 0.4, 0.1), List.of(), WHOLE);

    assertEquals(OptionalInt.empty(), right.firstError());
    assertEquals(1, right.score());
    assertEquals(OptionalInt.of(1), wrong.firstError(), ".1 < .9 * .6 > .9 * .4 * .9");
    assertEquals(0, wrong.score());
  }

  @Test
  void aWholeThatScoresOneHasNoErrorAndAnotherHasOne() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      List<Double> steps = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(8); j++) steps.add(random.nextDouble());
      Reading reading = Reading.of(steps, List.of(), WHOLE);
      assertEquals(reading.score() == 1, reading.firstError().isEmpty(), steps.toString());
    }
  }

  @Test
  void theLikeliestFirstErrorIsTheOneOfMostProbability() {
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      double[] steps = random.doubles(1 + random.nextInt(6)).toArray();
      int best = 0;
      for (int j = 1; j < steps.length; j++) if (first(steps, j) > first(steps, best)) best = j;
      List<Double> all = java.util.Arrays.stream(steps).boxed().toList();
      assertEquals(OptionalInt.of(best), Reading.likeliestError(all));
    }
    assertEquals(OptionalInt.empty(), Reading.likeliestError(List.of()));
  }

  private static double first(double[] steps, int at) {
    double p = 1 - steps[at];
    for (int i = 0; i < at; i++) p *= steps[i];
    return p;
  }
}
