package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Solutions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where the first error is labelled, against where it was said to be.
 *
 * @param labelled names of the rows: places from 1, later ones together, none
 * @param said names of the columns: the same, and refused
 * @param counts solutions, by row and column
 */
public record Confusion(List<String> labelled, List<String> said, List<List<Integer>> counts) {
  private static final int PLACES = 8;
  private static final int NONE = PLACES + 1;
  private static final int REFUSED = PLACES + 2;

  static Confusion of(Solutions solutions) {
    int[][] counts = new int[NONE + 1][REFUSED + 1];
    for (Judged judged : solutions.list())
      counts[place(judged.item().truth().firstError())][said(judged.judgement())]++;
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : counts) rows.add(Arrays.stream(row).boxed().toList());
    return new Confusion(names(NONE), names(REFUSED), rows);
  }

  private static int said(Judgement judgement) {
    return judgement instanceof Judgement.Said said ? place(said.firstError()) : REFUSED;
  }

  private static int place(OptionalInt firstError) {
    return firstError.isEmpty() ? NONE : Math.min(firstError.getAsInt(), PLACES);
  }

  private static List<String> names(int last) {
    List<String> names = new ArrayList<>();
    for (int place = 1; place <= PLACES; place++) names.add("" + place);
    names.addAll(List.of((PLACES + 1) + "+", "none", "refused"));
    return List.copyOf(names.subList(0, last + 1));
  }
}
