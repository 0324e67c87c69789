package dev.whetstone.model.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  @Test
  void itKeepsTheBestWeightsAndEndsAfterAsManyWorseOnesAsItHasPatience() {
    EarlyStopping best = new EarlyStopping(2, new float[] {0});

    assertTrue(best.improves(0.5, new float[] {1}));
    assertFalse(best.improves(0.6, new float[] {2}));
    assertTrue(best.improves(0.4, new float[] {3}));
    assertFalse(best.improves(0.4, new float[] {4}), "as good is not better");
    assertFalse(best.ends());
    assertFalse(best.improves(Double.NaN, new float[] {5}));
    assertTrue(best.ends());

    assertArrayEquals(new float[] {3}, best.weights());
    assertEquals(0.4, best.best());
  }
}
