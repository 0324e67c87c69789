package dev.whetstone.verify.labelling.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.labelling.sequential.SequentialTest.Finding;
import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialTestTest {
  private static final Errors ONE_PERCENT = new Errors(0.01, 0.01);
  private static final SequentialTest WALD = SequentialTest.wald(0.02, 0.3, ONE_PERCENT);

  @ParameterizedTest
  @CsvSource({"13,0,OPEN", "14,0,CORRECT", "1,1,OPEN", "2,2,FLAWED", "22,1,OPEN", "23,1,CORRECT"})
  void waldsBoundsDecideAsComputedByHand(int analyses, int valid, Finding finding) {
    assertEquals(finding, WALD.of(analyses, valid));
  }

  @Test
  void withinSixtyFourAnalysesItTakesSeventeenForCleanAndTenForFlagged() {
    OperatingCharacteristic clean = OperatingCharacteristic.of(WALD, 64, 0.02);
    OperatingCharacteristic flagged = OperatingCharacteristic.of(WALD, 64, 0.3);
    assertEquals(16.91, clean.meanAnalyses(), 0.005);
    assertEquals(9.59, flagged.meanAnalyses(), 0.005);
    assertTrue(clean.flawed() <= 0.01 && flagged.correct() <= 0.01);
    assertTrue(clean.open() < 0.001 && flagged.open() < 0.001);
    assertEquals(1, clean.flawed() + clean.correct() + clean.open(), 1e-12);
  }

  @Test
  void itTakesFewerAnalysesThanTheSmallestFixedNumberOfTheSameErrors() {
    int fixed = smallestFixed(0.02, 0.3, ONE_PERCENT);
    assertEquals(30, fixed);
    assertTrue(OperatingCharacteristic.of(WALD, 64, 0.02).meanAnalyses() < 0.57 * fixed);
    assertTrue(OperatingCharacteristic.of(WALD, 64, 0.3).meanAnalyses() < 0.33 * fixed);
  }

  /** Some threshold on a fixed number of analyses has both errors. */
  private static int smallestFixed(double r0, double r1, Errors errors) {
    for (int n = 1; ; n++)
      for (int threshold = 1; threshold <= n; threshold++)
        if (1 - new BinomialDistribution(n, r0).cumulativeProbability(threshold - 1)
                <= errors.correctAsFlawed()
            && new BinomialDistribution(n, r1).cumulativeProbability(threshold - 1)
                <= errors.flawedAsCorrect()) return n;
  }

  @Test
  void theNarrowestBoundsHoldTheErrorsAndTakeNoMoreAnalysesThanWalds() {
    for (int seed = 0; seed < 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double r0 = 0.001 + 0.06 * random.nextDouble();
      double r1 = 0.15 + 0.5 * random.nextDouble();
      Errors errors =
          new Errors(0.005 + 0.05 * random.nextDouble(), 0.005 + 0.05 * random.nextDouble());
      SequentialTest wald = SequentialTest.wald(r0, r1, errors);
      SequentialTest narrow = SequentialTest.narrowest(r0, r1, errors, 64);
      OperatingCharacteristic clean = OperatingCharacteristic.of(narrow, 64, r0);
      OperatingCharacteristic flagged = OperatingCharacteristic.of(narrow, 64, r1);
      assertTrue(clean.flawed() <= errors.correctAsFlawed() + 1e-12);
      assertTrue(flagged.correct() <= errors.flawedAsCorrect() + 1e-12);
      assertTrue(
          clean.meanAnalyses() <= OperatingCharacteristic.of(wald, 64, r0).meanAnalyses() + 1e-9);
      assertTrue(
          flagged.meanAnalyses() <= OperatingCharacteristic.of(wald, 64, r1).meanAnalyses() + 1e-9);
    }
  }

  @Test
  void aFlawOutsideTheStatedDetectionPasses() {
    assertEquals(1, OperatingCharacteristic.of(WALD, 64, 0).correct(), 1e-12);
    assertTrue(OperatingCharacteristic.of(WALD, 64, 0.05).correct() > 0.8);
  }

  @ParameterizedTest
  @CsvSource({"0,0.3", "0.3,0.3", "0.4,0.3", "0.02,1", "NaN,0.3", "0.02,NaN"})
  void ratesThatTellNothingApartAreRefused(double r0, double r1) {
    assertThrows(IllegalArgumentException.class, () -> SequentialTest.wald(r0, r1, ONE_PERCENT));
  }

  @ParameterizedTest
  @CsvSource({"-0.1,0.1", "0.1,-0.1", "0.5,0.5", "NaN,0.1"})
  void errorsThatNoTestHasAreRefused(double alpha, double beta) {
    assertThrows(IllegalArgumentException.class, () -> new Errors(alpha, beta));
  }

  @Test
  void boundsOnTheWrongSideAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0.1, 0.3, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new SequentialTest(0.1, 0.3, -1, Double.NaN));
  }
}
