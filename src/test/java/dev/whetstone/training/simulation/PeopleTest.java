package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTest {
  @Test
  void theyReadAllWhereThereIsLittleAndWhatIsMostWorthItWhereThereIsMuch() {
    People people = new People(10, new SplittableRandom(1));
    assertEquals(List.of(), people.drawn(new double[0]));
    assertEquals(List.of(0, 1), people.drawn(new double[] {0.9, 0.5}));
    double[] shares = new double[200];
    Arrays.fill(shares, 0, 100, 0.5);
    Arrays.fill(shares, 100, 200, 0.99);
    long contested = 0;
    long all = 0;
    for (int i = 0; i < 100; i++) {
      List<Integer> drawn = people.drawn(shares);
      contested += drawn.stream().filter(place -> place < 100).count();
      all += drawn.size();
    }
    assertEquals(1_000.0, (double) all, 100);
    assertTrue(contested > 0.8 * all, contested + " of " + all);
  }

  @Test
  void theyAreWrongNowAndThen() {
    People people = new People(0, new SplittableRandom(2));
    Truth right = Truth.ofFirstError(4, OptionalInt.empty());
    long wrong = IntStream.range(0, 10_000).filter(i -> people.label(right).hasError()).count();
    assertEquals(300.0, (double) wrong, 60);
  }
}
