package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void plattFindsTheSlopeAndOffsetThatTheLabelsWereDrawnFrom() {
    Random random = new Random(1);
    List<ScoredStep> scored = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double logit = 3 * random.nextGaussian();
      double p = 1 / (1 + Math.exp(-(0.7 * logit - 0.4)));
      scored.add(scored(i, 0, logit, random.nextDouble() < p ? 1 : 0));
    }

    Card.Calibration calibration = Platt.fit(scored);

    assertEquals(0.7, calibration.slope(), 0.03);
    assertEquals(-0.4, calibration.offset(), 0.03);
  }

  @Test
  void anOverconfidentNetworkIsMadeModestNotTurnedRound() {
    Random random = new Random(2);
    List<ScoredStep> scored = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      boolean high = random.nextBoolean();
      boolean flipped = random.nextInt(5) == 0;
      double logit = (high ? 1 : -1) * (5 + 10 * random.nextDouble());
      scored.add(scored(i, 0, logit, high != flipped ? 1 : 0));
    }

    Card.Calibration calibration = Platt.fit(scored);

    assertTrue(calibration.slope() > 0 && calibration.slope() < 0.5, calibration.toString());
  }

  @Test
  void labelsThatLogitsSeparateGiveAFiniteSlope() {
    List<ScoredStep> scored = new ArrayList<>();
    for (int i = 0; i < 50; i++) scored.add(scored(i, 0, i < 25 ? -1 : 1, i < 25 ? 0 : 1));
    assertTrue(Double.isFinite(Platt.fit(scored).slope()));
  }

  @Test
  void whatIsDecidedIsNeitherLearntFromNorChanged() {
    List<ScoredStep> open = new ArrayList<>();
    for (int i = 0; i < 50; i++) open.add(scored(i, 0, i % 10 - 4, i % 3 == 0 ? 0 : 1));
    ScoredStep decided = new ScoredStep(50, 0, -9, true, 1, 1);
    List<ScoredStep> both = new ArrayList<>(open);
    both.add(decided);

    assertEquals(Platt.fit(open), Platt.fit(both));
    assertEquals(1 / (1 + Math.exp(9)), Platt.probability(Platt.fit(both), decided), 1e-12);
    assertEquals(new Card.Calibration(1, 0), Platt.fit(List.of(decided)));
  }

  @Test
  void aStepCountsAsOftenAsItsWeightSays() {
    List<ScoredStep> once = new ArrayList<>();
    List<ScoredStep> thrice = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double logit = random.nextGaussian();
      double right = random.nextInt(3) / 2.0;
      once.add(new ScoredStep(i, 0, logit, false, right, 3));
      for (int j = 0; j < 3; j++) thrice.add(scored(i, j, logit, right));
    }

    assertEquals(Platt.fit(thrice).slope(), Platt.fit(once).slope(), 1e-6);
    assertEquals(Platt.fit(thrice).offset(), Platt.fit(once).offset(), 1e-6);
  }

  @Test
  void theErrorOutOfFoldIsAboveTheOneOfWhatWasFitted() {
    List<Example> examples = new ArrayList<>();
    List<ScoredStep> scored = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      examples.add(new Example("problem " + i, List.of()));
      for (int j = 0; j < 5; j++)
        scored.add(scored(i, j, random.nextGaussian(), random.nextInt(2)));
    }

    double error = OutOfFold.calibrationError(examples, scored);

    assertTrue(error > 0 && error < 0.3, "of labels that nothing tells: " + error);
  }

  private static ScoredStep scored(int example, int step, double logit, double right) {
    return new ScoredStep(example, step, logit, false, right, 1);
  }
}
