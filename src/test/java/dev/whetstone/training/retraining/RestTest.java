package dev.whetstone.training.retraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestTest {
  private final Rest rest = new Rest();

  @Test
  void whatBringsNothingIsTriedLessAndLessOften() {
    assertTrue(rest.isOver());
    List<Integer> passed = IntStream.range(0, 5).map(i -> passedAfter(false)).boxed().toList();
    assertEquals(List.of(0, 7, 63, 63, 63), passed);
    assertEquals(0, passedAfter(true));
    assertEquals(0, passedAfter(false), "and then from the beginning");
  }

  private int passedAfter(boolean done) {
    rest.after(done);
    int looks = 0;
    while (!rest.isOver()) looks++;
    return looks;
  }
}
