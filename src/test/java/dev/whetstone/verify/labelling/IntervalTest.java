package dev.whetstone.verify.labelling;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void anIntervalContainsItsEdges() {
    assertTrue(new Interval(0, 1).contains(1));
    assertFalse(new Interval(0, 1).contains(1.1));
  }

  @Test
  void whatIsNoIntervalIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 0));
  }
}
