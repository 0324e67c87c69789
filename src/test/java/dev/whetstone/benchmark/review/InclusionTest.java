package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InclusionTest {
  private static final double EXACT = 1e-9;

  @Test
  void probabilitiesAreAnEvenPartAndOneInProportionToValue() {
    double[] inclusion = Inclusion.probabilities(new double[] {0, 1, 3, 0, 0, 0, 0, 0}, 2, 0.4);
    assertArrayEquals(new double[] {0.1, 0.4, 1, 0.1, 0.1, 0.1, 0.1, 0.1}, inclusion, 1e-6);
  }

  @Test
  void whoCannotBeMoreThanCertainLeavesTheRestToOthers() {
    double[] inclusion = Inclusion.probabilities(new double[] {100, 1, 1, 1}, 2.5, 0.4);
    assertArrayEquals(new double[] {1, 0.5, 0.5, 0.5}, inclusion, 1e-6);
  }

  @Test
  void allAreDrawnWhereThereAreNoMoreThanAreWanted() {
    assertArrayEquals(new double[] {1, 1}, Inclusion.probabilities(new double[] {0, 5}, 2, 0.2));
    assertArrayEquals(new double[] {}, Inclusion.probabilities(new double[] {}, 2, 0.2));
  }

  @Test
  void whatIsWorthNothingGetsItsEvenPartAlone() {
    double[] inclusion = Inclusion.probabilities(new double[10], 5, 0.2);
    for (double one : inclusion) assertEquals(0.1, one, EXACT);
  }

  @Test
  void theySumToWhatIsExpectedAndRiseWithValue() {
    SplittableRandom random = new SplittableRandom(1);
    for (int seed = 0; seed < 200; seed++) {
      double[] values = random.doubles(300).map(v -> v * v * v * 1e6).sorted().toArray();
      double expected = 1 + random.nextInt(298);
      double[] inclusion = Inclusion.probabilities(values, expected, 0.2);
      assertEquals(expected, Arrays.stream(inclusion).sum(), 1e-6 * expected);
      assertTrue(inclusion[0] >= 0.2 * expected / 300 - EXACT && inclusion[299] <= 1);
      for (int i = 1; i < 300; i++) assertTrue(inclusion[i] >= inclusion[i - 1]);
    }
  }

  @Test
  void aValueNextToNothingChangesNothingForTheOthers() {
    double[] inclusion =
        Inclusion.probabilities(new double[] {1, 1, Double.MIN_VALUE, 0, 0, 0, 0, 0}, 2, 0.4);
    assertArrayEquals(new double[] {0.7, 0.7, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, inclusion, EXACT);
  }

  @Test
  void anEvenPartOfNothingIsRefused() {
    double[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> Inclusion.probabilities(one, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Inclusion.probabilities(one, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Inclusion.probabilities(one, 1, Double.NaN));
  }
}
