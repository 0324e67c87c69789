package dev.whetstone.curriculum.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  /** First lessons whose truth is this function of the forecast. */
  private static double trust(DoubleUnaryOperator truth, int lessons, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Calibration calibration = Calibration.NONE;
    for (int i = 0; i < lessons; i++) {
      double forecast = random.nextDouble();
      double share = random.nextDouble() < truth.applyAsDouble(forecast) ? 1 : 0;
      calibration = calibration.after(forecast, share);
    }
    return calibration.trust();
  }

  private static double mean(DoubleUnaryOperator truth, int lessons) {
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) sum += trust(truth, lessons, seed);
    return sum / 200;
  }

  @Test
  void oneSharpHitProvesNothingAndFourProveALittle() {
    assertEquals(0, Calibration.NONE.after(1, 1).trust(), 1e-12);
    Calibration four = Calibration.NONE;
    for (int i = 0; i < 4; i++) four = four.after(1, 1);
    // Slope 1; variance (1/4 + 0) / (1 + lessons), over lessons times 1/4.
    double lessons = four.lessons();
    double bound = 1 - 1.645 * Math.sqrt(0.25 / (1 + lessons) / (lessons / 4));
    assertEquals(bound, four.trust(), 1e-12);
  }

  @Test
  void trustGrowsWithWhatWasBorneOut() {
    assertTrue(mean(x -> x, 10) < mean(x -> x, 50));
    assertTrue(mean(x -> x, 50) < mean(x -> x, 250));
    assertTrue(mean(x -> x, 250) > 0.6);
  }

  @Test
  void chanceIsNotTrusted() {
    int trusted = 0;
    for (int seed = 0; seed < 400; seed++) if (trust(x -> 0.5, 100, seed) > 0) trusted++;
    assertTrue(trusted <= 400 * 0.08, trusted + " of 400");
    assertEquals(0, mean(x -> 1 - x, 100), 1e-12);
  }

  @Test
  void boldForecastsAreShrunkTowardsWhatTheyAreWorth() {
    double trust = mean(x -> 0.5 + 0.5 * (x - 0.5), 400);
    assertTrue(trust > 0.1 && trust < 0.5, "trust " + trust);
  }

  @Test
  void aModelThatGoesBadLosesItsTrust() {
    SplittableRandom random = new SplittableRandom(2);
    Calibration calibration = Calibration.NONE;
    for (int i = 0; i < 200; i++) {
      double forecast = random.nextDouble();
      calibration = calibration.after(forecast, forecast);
    }
    assertTrue(calibration.trust() > 0.9);
    for (int i = 0; i < 200; i++) {
      double forecast = random.nextDouble();
      calibration = calibration.after(forecast, 1 - forecast);
    }
    assertEquals(0, calibration.trust());
  }
}
