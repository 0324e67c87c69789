package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.text.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {
  @Test
  void everyRowIsInOneSliceAndNoSliceOfMoreRowsBreaksTheBudget() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Row> rows =
          IntStream.range(0, random.nextInt(40))
              .mapToObj(i -> row(random.nextInt(1, 300)))
              .toList();
      List<List<Integer>> slices = Slices.of(rows, 512);
      assertEquals(
          IntStream.range(0, rows.size()).boxed().toList(),
          slices.stream().flatMap(List::stream).sorted().toList());
      for (List<Integer> slice : slices) {
        int side = slice.stream().mapToInt(i -> rows.get(i).length()).max().orElseThrow();
        assertTrue(slice.size() == 1 || slice.size() * side <= 512);
      }
    }
  }

  @Test
  void aRowBeyondTheBudgetGoesAlone() {
    assertEquals(List.of(List.of(1), List.of(0, 2)), Slices.of(List.of(row(4), row(9), row(4)), 8));
  }

  private static Row row(int length) {
    int[] tokens = new int[length];
    return new Row(tokens, tokens, tokens, tokens, tokens, List.of());
  }
}
