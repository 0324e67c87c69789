package dev.whetstone.verify.labelling.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
  @Test
  void logGammaIsThatOfFactorialsAndHalves() {
    double logFactorial = 0;
    for (int n = 1; n < 171; n++) {
      assertEquals(logFactorial, LogGamma.at(n), 1e-11 * Math.max(1, logFactorial));
      logFactorial += Math.log(n);
    }
    assertEquals(0.5 * Math.log(Math.PI), LogGamma.at(0.5), 1e-11);
    assertEquals(359.1342053695754, LogGamma.at(100), 1e-9); // ln 99!
    for (double x = 1e-8; x < 1e6; x *= 3) // Γ(x+1) = x·Γ(x)
    assertEquals(
          Math.log(x), LogGamma.at(x + 1) - LogGamma.at(x), 1e-10 + 1e-14 * LogGamma.at(x + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "4,0.5,2,0.375",
    "10,0.2,0,0.1073741824",
    "3,0,0,1",
    "3,1,3,1",
    "3,1,2,0",
    "3,0.5,4,0"
  })
  void aBinomialMassIsThatOfTheTable(int n, double p, int k, double mass) {
    assertEquals(mass, new Binomial(n, p).mass(k), 1e-12);
  }

  @Test
  void massesSumToOne() {
    for (int n = 0; n < 200; n += 7) {
      assertEquals(1, new Binomial(n, 0.013 * n / 3).atLeast(0), 1e-9);
      assertEquals(1, Arrays.stream(new BetaBinomial(n, 0.2, 3).masses()).sum(), 1e-9);
      assertEquals(1, Arrays.stream(new BetaBinomial(n, 800, 20).masses()).sum(), 1e-9);
    }
  }

  @Test
  void aBetaBinomialOfAFlatBetaIsUniformAndOfAConcentratedOneBinomial() {
    assertEquals(1.0 / 65, new BetaBinomial(64, 1, 1).mass(17), 1e-12);
    double near = new BetaBinomial(20, 3e6, 7e6).mass(6);
    assertEquals(new Binomial(20, 0.3).mass(6), near, 1e-5);
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Binomial(-1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Binomial(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new BetaBinomial(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new BetaBinomial(1, 1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 0));
  }

  @Test
  void anIntervalContainsItsEdges() {
    assertTrue(new Interval(0, 1).contains(1));
    assertFalse(new Interval(0, 1).contains(1.1));
  }
}
