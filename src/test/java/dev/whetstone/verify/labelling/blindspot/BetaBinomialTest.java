package dev.whetstone.verify.labelling.blindspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BetaBinomialTest {
  @Test
  void massesSumToOne() {
    for (int n = 0; n < 200; n += 7) {
      assertEquals(1, Arrays.stream(new BetaBinomial(n, 0.2, 3).masses()).sum(), 1e-9);
      assertEquals(1, Arrays.stream(new BetaBinomial(n, 800, 20).masses()).sum(), 1e-9);
    }
  }

  @Test
  void aBetaBinomialOfAFlatBetaIsUniformAndOfAConcentratedOneBinomial() {
    assertEquals(1.0 / 65, new BetaBinomial(64, 1, 1).mass(17), 1e-12);
    double near = new BetaBinomial(20, 3e6, 7e6).mass(6);
    assertEquals(new BinomialDistribution(20, 0.3).probability(6), near, 1e-5);
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BetaBinomial(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new BetaBinomial(1, 1, Double.NaN));
  }
}
