package dev.whetstone.model.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Which rows stand in which step's batch: a function of the rows, the budget and the seed. */
final class Schedule {
  /** Rows that are sorted by length together, so that little of a batch is padding. */
  private static final int SORTED = 64;

  private static final Comparator<ExampleRow> BY_LENGTH =
      Comparator.comparingInt(row -> row.row().length());

  private final List<ExampleRow> rows;
  private final int budget;
  private final long seed;
  private int epoch = -1;
  private int begun;
  private List<List<ExampleRow>> batches = List.of();

  /**
   * @param budget tokens of a batch, padding counted, where one row alone has no more
   */
  Schedule(List<ExampleRow> rows, int budget, long seed) {
    if (rows.isEmpty()) throw new IllegalArgumentException("there is no row");
    this.rows = rows;
    this.budget = budget;
    this.seed = seed;
  }

  /** The batch of a step, from 0; steps are asked for in their order. */
  List<ExampleRow> at(int step) {
    while (step >= begun + batches.size()) {
      begun += batches.size();
      epoch++;
      batches = batches(epoch);
    }
    return batches.get(step - begun);
  }

  private List<List<ExampleRow>> batches(int ofEpoch) {
    Random random = new Random(seed * 31 + ofEpoch);
    List<ExampleRow> order = new ArrayList<>(rows);
    Collections.shuffle(order, random);
    for (int i = 0; i < order.size(); i += SORTED)
      order.subList(i, Math.min(order.size(), i + SORTED)).sort(BY_LENGTH);
    List<List<ExampleRow>> cut = cut(order, budget);
    Collections.shuffle(cut, random);
    return cut;
  }

  /** All, shortest first. */
  static List<List<ExampleRow>> once(List<ExampleRow> rows, int budget) {
    return cut(rows.stream().sorted(BY_LENGTH).toList(), budget);
  }

  private static List<List<ExampleRow>> cut(List<ExampleRow> order, int budget) {
    List<List<ExampleRow>> batches = new ArrayList<>();
    List<ExampleRow> batch = new ArrayList<>();
    int longest = 0;
    for (ExampleRow row : order) {
      longest = Math.max(longest, row.row().length());
      if (!batch.isEmpty() && longest * (batch.size() + 1) > budget) {
        batches.add(batch);
        batch = new ArrayList<>();
        longest = row.row().length();
      }
      batch.add(row);
    }
    if (!batch.isEmpty()) batches.add(batch);
    return batches;
  }
}
