package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void plattFindsTheSlopeAndOffsetThatTheLabelsWereDrawnFrom() {
    Random random = new Random(1);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double logit = 3 * random.nextGaussian();
      double p = 1 / (1 + Math.exp(-(0.7 * logit - 0.4)));
      scored.add(new Scored(i, 0, logit, random.nextDouble() < p ? 1 : 0));
    }

    Card.Calibration calibration = Platt.fit(scored);

    assertEquals(0.7, calibration.slope(), 0.03);
    assertEquals(-0.4, calibration.offset(), 0.03);
  }

  @Test
  void anOverconfidentNetworkIsMadeModestNotTurnedRound() {
    Random random = new Random(2);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      boolean high = random.nextBoolean();
      boolean flipped = random.nextInt(5) == 0;
      double logit = (high ? 1 : -1) * (5 + 10 * random.nextDouble());
      scored.add(new Scored(i, 0, logit, high != flipped ? 1 : 0));
    }

    Card.Calibration calibration = Platt.fit(scored);

    assertTrue(calibration.slope() > 0 && calibration.slope() < 0.5, calibration.toString());
  }

  @Test
  void labelsThatLogitsSeparateGiveAFiniteSlope() {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < 50; i++) scored.add(new Scored(i, 0, i < 25 ? -1 : 1, i < 25 ? 0 : 1));
    assertTrue(Double.isFinite(Platt.fit(scored).slope()));
  }

  @Test
  void theThresholdPartsRightStepsFromWrongOnes() {
    List<Example> examples = new ArrayList<>();
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean right = i % 2 == 0;
      examples.add(
          new Example(
              "p",
              List.of(
                  new Example.Step(-1, "a", Optional.of(Example.Target.of(true, 1))),
                  new Example.Step(0, "b", Optional.of(Example.Target.of(right, 1))))));
      scored.add(new Scored(i, 0, 2, 1));
      scored.add(new Scored(i, 1, right ? 2 : -2, right ? 1 : 0));
    }

    Card.Thresholds thresholds = Thresholds.of(examples, scored, new Card.Calibration(1, 0));

    double wrong = 1 / (1 + Math.exp(2));
    assertTrue(thresholds.step() > wrong && thresholds.step() <= 1 - wrong, thresholds.toString());
    assertTrue(thresholds.half() < thresholds.full());
  }
}
