package dev.whetstone.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.Reliability;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnabilityTest {
  /** By hand from U = J p(1-p)/sqrt(v(1-v)). */
  @ParameterizedTest
  @CsvSource({
    "1,    0,    0.5,  0.5",
    "1,    0,    0.1,  0.3",
    "1,    0,    0.2,  0.4",
    "1,    0,    0,    0",
    "1,    0,    1,    0",
    "0.5,  0.5,  0.5,  0",
    "0.2,  0.8,  0.5,  0",
    "0.98, 0.25, 0,    0",
    "0.98, 0.02, 0.5,  0.48",
    "0.9,  0.1,  0.5,  0.4",
    "1,    0.25, 0.5,  0.38729833462074168852",
    "0.95, 0.15, 0.25, 0.31448545101657548637",
  })
  void utilityIsTheGoldenOne(double s, double f, double p, double utility) {
    assertEquals(utility, Learnability.utility(p, new Reliability(s, f)), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0.1, 0.5695",
    "8, 0.01, 0.0773",
    "8, 0, 0",
    "8, 1, 0",
    "2, 0.5, 0.5",
    "1, 0.5, 0"
  })
  void aGroupIsUsableAsOften(int group, double v, double usable) {
    assertEquals(usable, Learnability.usable(v, group), 1e-4);
  }

  @Test
  void aGroupHasAMember() {
    assertThrows(IllegalArgumentException.class, () -> Learnability.usable(0.5, 0));
  }

  @Test
  void theTrueRateIsRecoveredAndClipped() {
    Reliability verifier = new Reliability(0.95, 0.15);
    assertEquals(0.25, Learnability.corrected(0.35, verifier), 1e-15);
    assertEquals(0, Learnability.corrected(0.1, verifier));
    assertEquals(1, Learnability.corrected(0.99, verifier));
    assertEquals(0, Learnability.corrected(0.5, new Reliability(0.5, 0.5)));
  }

  @Test
  void varianceSplitsIntoLearnableAndNoise() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      Reliability verifier = new Reliability(random.nextDouble(), random.nextDouble());
      double p = random.nextDouble();
      double v = Learnability.observed(p, verifier);
      double split = Learnability.learnable(p, verifier) + Learnability.noise(p, verifier);
      assertEquals(v * (1 - v), split, 1e-12);
    }
  }

  @Test
  void aWorseVerifierNeverMakesATaskMoreLearnable() {
    for (double p = 0.05; p < 1; p += 0.05)
      for (double f = 0; f < 0.9; f += 0.1) {
        double better = Learnability.utility(p, new Reliability(1, f));
        assertTrue(better >= Learnability.utility(p, new Reliability(1, f + 0.1)));
        assertTrue(better <= StrictMath.sqrt(p * (1 - p)) + 1e-15);
      }
  }

  /** The derivation, by simulation: the mean of (r - v)/sd(r) along the centred truth. */
  @Test
  void utilityIsTheCovarianceOfTheStandardisedRewardWithTheTruth() {
    Reliability verifier = new Reliability(0.9, 0.2);
    double p = 0.3;
    double v = Learnability.observed(p, verifier);
    SplittableRandom random = new SplittableRandom(2);
    double sum = 0;
    int draws = 400_000;
    for (int i = 0; i < draws; i++) {
      boolean truth = random.nextDouble() < p;
      double pass = truth ? verifier.sensitivity() : verifier.falsePass();
      double reward = random.nextDouble() < pass ? 1 : 0;
      sum += (reward - v) / StrictMath.sqrt(v * (1 - v)) * ((truth ? 1 : 0) - p);
    }
    assertEquals(Learnability.utility(p, verifier), sum / draws, 0.003);
  }
}
