package dev.whetstone.verify.labelling.blindspot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class NelderMeadTest {
  private static final NelderMead WIDE =
      new NelderMead(new double[] {-9, -9}, new double[] {9, 9}, 1e-14, 2000);

  @Test
  void rosenbrocksValleyIsFollowedToItsEnd() {
    double[] found =
        WIDE.minimum(
            x -> Math.pow(1 - x[0], 2) + 100 * Math.pow(x[1] - x[0] * x[0], 2),
            new double[] {-1.2, 1});
    assertArrayEquals(new double[] {1, 1}, found, 1e-4);
  }

  @Test
  void aMinimumOutsideTheBoxIsFoundAtItsEdge() {
    double[] found =
        WIDE.minimum(x -> Math.pow(x[0] - 20, 2) + Math.pow(x[1] + 3, 2), new double[] {0, 0});
    assertArrayEquals(new double[] {9, -3}, found, 1e-4);
  }
}
