package dev.whetstone.model.host;

import dev.whetstone.model.text.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which rows are read in one call of the engine: those of like length, as many as it may take. */
final class Slices {
  private Slices() {}

  /**
   * @param tokens of a call, padding counted; a row that has more goes alone
   * @return indices of the rows
   */
  static List<List<Integer>> of(List<Row> rows, long tokens) {
    List<List<Integer>> slices = new ArrayList<>();
    List<Integer> longestFirst =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> rows.get(i).length()).reversed())
            .toList();
    for (int at = 0; at < longestFirst.size(); ) {
      long most = Math.max(1, tokens / rows.get(longestFirst.get(at)).length());
      int end = (int) Math.min(longestFirst.size(), at + most);
      slices.add(longestFirst.subList(at, end));
      at = end;
    }
    return slices;
  }
}
