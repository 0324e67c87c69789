package dev.whetstone.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorTest {
  @Test
  void evidenceCountsHalfAfterItsHalfLife() {
    Posterior once = Posterior.PRIOR.after(0.75, 0.5);
    assertEquals(new Posterior(1.75, 1.25), once);
    assertEquals(new Posterior(1 + 0.375, 1 + 0.125 + 1), once.after(0, 0.5));
    Posterior old = new Posterior(30, 10);
    for (int i = 0; i < 16; i++) old = old.after(0, Learning.DEFAULT.kept());
    assertEquals(1 + 29 / 2.0, old.alpha(), 1e-12);
  }

  @Test
  void anOldHabitIsForgotten() {
    Posterior known = Posterior.PRIOR;
    double kept = Learning.DEFAULT.kept();
    for (int i = 0; i < 200; i++) known = known.after(1, kept);
    assertTrue(known.mean() > 0.9);
    assertTrue(
        known.evidence() < 16 / StrictMath.log(2) + 1, "never more than halfLife/ln 2 and a group");
    for (int i = 0; i < 60; i++) known = known.after(0, kept);
    assertTrue(known.mean() < 0.2);
  }

  @Test
  void anEvenPriorIsTheUniformOneToTheBitAndAnyOtherCountsAsTwoGroups() {
    Posterior known = Posterior.PRIOR;
    assertEquals(0.9, known.mean(0.9), 1e-15);
    for (int i = 0; i < 500; i++) {
      assertEquals(known.mean(), known.mean(0.5));
      known = known.after(i % 7 / 6.0, 0.957);
    }
    assertEquals((3 + 2 * 0.9) / (2 + 4), new Posterior(4, 2).mean(0.9), 1e-15);
  }

  /** For whole a and b, I_x(a, b) = P(Bin(a+b-1, x) >= a). */
  @Test
  void tailsAreThoseOfTheBinomial() {
    for (int a = 1; a <= 40; a += 3)
      for (int b = 1; b <= 40; b += 3)
        for (double x : new double[] {0.001, 0.1, 0.3, 0.5, 0.77, 0.999}) {
          Posterior known = new Posterior(a, b);
          assertEquals(binomialTail(a + b - 1, a, x), known.below(x), 1e-10);
          assertEquals(1, known.below(x) + known.above(x), 1e-10);
        }
  }

  private static double binomialTail(int n, int least, double x) {
    double tail = 0;
    double term = StrictMath.pow(1 - x, n);
    for (int k = 0; k <= n; k++) {
      if (k >= least) tail += term;
      term *= (n - k) / (k + 1.0) * x / (1 - x);
    }
    return tail;
  }

  /** From the closed forms: I_x(a, 1) = x^a; I_1/2(a, a) = 1/2. */
  @ParameterizedTest
  @CsvSource({"2.5, 1, 0.25, 0.03125", "1.5, 1, 0.25, 0.125", "7.3, 7.3, 0.5, 0.5"})
  void tailsOfBrokenNumbersToo(double a, double b, double x, double below) {
    assertEquals(below, new Posterior(a, b).below(x), 1e-10);
  }

  @Test
  void largeEvidenceIsNoTrouble() {
    Posterior known = new Posterior(5_001, 5_001);
    assertEquals(0.5, known.above(0.5), 1e-9);
    assertTrue(known.above(0.48) > 0.9999);
    assertEquals(0, known.below(0));
    assertEquals(1, known.below(1));
  }

  @Test
  void aPosteriorIsNeverBelowItsPrior() {
    assertThrows(IllegalArgumentException.class, () -> new Posterior(0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> new Posterior(Double.NaN, 1));
  }
}
