package dev.whetstone.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void aHistoryShowsTheLatestRatesAtItsRight() {
    assertEquals("  ▁▅█", Picture.history(List.of(0.0, 0.5, 1.0), 5));
    assertEquals("▅█", Picture.history(List.of(0.0, 0.5, 1.0), 2));
    assertEquals(" ▅", Picture.history(List.of(Double.NaN, 0.5), 2));
  }

  @Test
  void aBarIsAsLongAsItIsWide() {
    assertEquals("██░░", Picture.bar(0.5, 4));
    assertEquals("", Picture.bar(0.5, 0));
  }

  @Test
  void wordsAreWrappedBeforeTheEdge() {
    String wrapped = Closing.wrapped("word ".repeat(40).strip());
    assertTrue(wrapped.lines().allMatch(line -> line.length() <= 79), wrapped);
    assertEquals(40, wrapped.split("\\s+").length);
  }
}
