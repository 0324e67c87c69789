package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.model.Card.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitsTest {
  private static final Padded TWO_OF_THREE = Padded.of(List.of(tokens(3), tokens(1)), 7);

  private static Sequence tokens(int length) {
    return new Sequence(new long[length], new long[length], new int[0]);
  }

  @Test
  void theSigmoidOfRightIsTheSoftmaxOfTheLastClass() {
    Random random = new Random(3);
    for (int classes = 2; classes < 6; classes++) {
      float[] z = new float[classes];
      double sum = 0;
      for (int i = 0; i < classes; i++) {
        z[i] = (float) random.nextGaussian() * 5;
        sum += Math.exp(z[i]);
      }
      double right = new Logits(z, 1, classes).right(0, 0);
      assertEquals(Math.exp(z[classes - 1]) / sum, 1 / (1 + Math.exp(-right)), 1e-12);
    }
  }

  @Test
  void oneClassIsTheLogitItself() {
    assertEquals(-3, new Logits(new float[] {1, -3}, 2, 1).right(0, 1));
  }

  @Test
  void hugeLogitsStayFiniteAndNaNStaysNaN() {
    assertEquals(6e38, new Logits(new float[] {-3e38f, 3e38f}, 1, 2).right(0, 0), 1e37);
    assertFalse(Double.isFinite(new Logits(new float[] {Float.NaN, 1}, 1, 2).right(0, 0)));
    assertFalse(Double.isFinite(new Logits(new float[] {1, Float.NaN}, 1, 2).right(0, 0)));
    float inf = Float.POSITIVE_INFINITY;
    assertFalse(Double.isFinite(new Logits(new float[] {inf, inf}, 1, 2).right(0, 0)));
    assertFalse(Double.isFinite(new Logits(new float[] {-inf, 1}, 1, 2).right(0, 0)));
  }

  @Test
  void eachRoleTakesItsShapesAndASingleClassMayBeLeftOut() {
    assertEquals(2, of(Role.STEPS, 2, 3, 2).classes());
    assertEquals(1, of(Role.STEPS, 2, 3, 1).classes());
    assertEquals(1, of(Role.STEPS, 2, 3).classes());
    assertEquals(5, of(Role.WHOLE, 2, 5).classes());
    assertEquals(1, of(Role.WHOLE, 2).classes());
    assertEquals(1, of(Role.PAIR, 2, 1).classes());
    assertEquals(1, of(Role.PAIR, 2).classes());
  }

  @Test
  void everyOtherShapeIsRefusedWithBoth() {
    refused("[2, 3, 151] where [2, 3, 1 or 2] is due", Role.STEPS, 2, 3, 151);
    refused("[2, 3, 0] where [2, 3, 1 or 2] is due", Role.STEPS, 2, 3, 0);
    refused("[2, 4, 2] where [2, 3, 1 or 2] is due", Role.STEPS, 2, 4, 2);
    refused("[1, 3, 2] where [2, 3, 1 or 2] is due", Role.STEPS, 1, 3, 2);
    refused("[2, 2] where [2, 3, 1 or 2] is due", Role.STEPS, 2, 2);
    refused("[2, 3, 2] where [2, classes] is due", Role.WHOLE, 2, 3, 2);
    refused("[2, 0] where [2, classes] is due", Role.WHOLE, 2, 0);
    refused("[] where [2, classes] is due", Role.WHOLE);
    refused("[2, 2] where [2, 1] is due", Role.PAIR, 2, 2);
    refused("[3, 1] where [2, 1] is due", Role.PAIR, 3, 1);
  }

  @Test
  void shorterRowsArePaddedAndMasked() {
    Padded padded =
        Padded.of(
            List.of(
                new Sequence(new long[] {5, 6, 8}, new long[] {0, 1, 1}, new int[0]),
                new Sequence(new long[] {9}, new long[] {1}, new int[0])),
            7);
    assertEquals(List.of(5L, 6L, 8L, 9L, 7L, 7L), list(padded.ids()));
    assertEquals(List.of(1L, 1L, 1L, 1L, 0L, 0L), list(padded.mask()));
    assertEquals(List.of(0L, 1L, 1L, 1L, 0L, 0L), list(padded.types()));
  }

  private static List<Long> list(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static Logits of(Role role, long... shape) {
    long size = 1;
    for (long extent : shape) size *= extent;
    return Logits.of(new float[(int) size], shape, role, TWO_OF_THREE);
  }

  private static void refused(String due, Role role, long... shape) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> of(role, shape));
    assertEquals("its output is " + due, refused.getMessage());
  }
}
