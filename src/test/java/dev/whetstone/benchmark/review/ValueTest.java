package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void aLabelThatIsItsPosteriorChangesMostWhereItIsMostInDoubt() {
    assertEquals(0.5, Value.undecided(0.5, 1).value());
    assertEquals(2 * 0.9 * 0.1, Value.undecided(0.9, 1).value(), 1e-15);
    assertEquals(0, Value.undecided(1, 1).value());
  }

  @Test
  void aRewardForARightAnswerChangesAsOftenAsItsWayIsWrong() {
    assertEquals(0.75, new Value(1, 0.25, 1).value());
    assertEquals(0.25, new Value(0, 0.25, 1).value());
    assertEquals(3, new Value(1, 0.25, 4).value());
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Value(1.1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Value(1, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Value(1, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> new Value(1, 0, Double.NaN));
  }
}
