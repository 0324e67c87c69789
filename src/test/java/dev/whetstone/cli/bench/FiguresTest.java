package dev.whetstone.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final long[] HUNDRED = LongStream.rangeClosed(1, 100).toArray();

  @Test
  void aPercentileIsTheValueThatSoManyDoNotExceed() {
    assertEquals(50, Figures.percentile(HUNDRED, 0.50));
    assertEquals(95, Figures.percentile(HUNDRED, 0.95));
    assertEquals(99, Figures.percentile(HUNDRED, 0.99));
    assertEquals(100, Figures.percentile(HUNDRED, 1));
  }

  @Test
  void fewValuesHaveTheirLargestAsTheHighPercentiles() {
    assertEquals(7, Figures.percentile(new long[] {7}, 0.5));
    assertEquals(9, Figures.percentile(new long[] {7, 9}, 0.95));
    assertEquals(7, Figures.percentile(new long[] {7, 9}, 0.5));
  }

  @Test
  void nothingHasNoPercentile() {
    assertThrows(IllegalArgumentException.class, () -> Figures.percentile(new long[0], 0.5));
    assertThrows(IllegalArgumentException.class, () -> Figures.percentile(HUNDRED, 0));
  }

  @Test
  void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
    assertEquals(2, Figures.median(3, 1, 2));
    assertEquals(2.5, Figures.median(4, 1, 2, 3));
    assertEquals(Double.NaN, Figures.median());
  }
}
