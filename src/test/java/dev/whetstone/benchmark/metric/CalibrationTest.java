package dev.whetstone.benchmark.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.benchmark.metric.Calibration.Bin;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void theVectorOfScikitLearnsManualIsMeasuredAsThere() {
    Calibration calibration = of(new double[] {0.1, 0.9, 0.8, 0.3}, false, true, true, false);
    assertEquals(0.0375, calibration.brier(calibration.clusters().once()), 1e-12);
  }

  @Test
  void theErrorIsTheBinsDistanceWeightedByTheirCount() {
    Calibration calibration = of(new double[] {0.72, 0.78, 0.71, 0.05}, true, false, false, false);
    // three in [0.7, 0.8): predicted 2.21/3, observed 1/3; one in [0, 0.1): 0.05 and 0
    assertEquals((2.21 - 1 + 0.05) / 4, calibration.expectedError(), 1e-12);
    Bin bin = calibration.bins().get(7);
    assertEquals(3, bin.count());
    assertEquals(2.21 / 3, bin.predicted(), 1e-12);
    assertEquals(1.0 / 3, bin.observed(), 1e-12);
  }

  @Test
  void certaintyFallsIntoTheLastBin() {
    Calibration calibration = of(new double[] {1}, true);
    assertEquals(1, calibration.bins().getLast().count());
    assertEquals(0, calibration.expectedError(), 0);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> of(new double[] {1.01}, true));
    assertThrows(IllegalArgumentException.class, () -> of(new double[] {Double.NaN}, true));
  }

  private static Calibration of(double[] probabilities, boolean... happened) {
    return new Calibration(probabilities, happened, RankingTest.alone(probabilities.length));
  }
}
