package dev.whetstone.benchmark;

import dev.whetstone.model.Prepared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something to be read, and what was prepared of it. */
record Sized<T>(T what, Prepared prepared) {
  /**
   * In batches of like length.
   *
   * @param tokens of a batch with its padding, at most, where one alone has no more
   */
  static <T> List<List<Sized<T>>> batches(List<Sized<T>> all, int tokens) {
    List<Sized<T>> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(sized -> sized.prepared().longest()));
    List<List<Sized<T>>> batches = new ArrayList<>();
    long rows = 0;
    for (Sized<T> sized : sorted) {
      rows += sized.prepared().windows();
      if (batches.isEmpty() || rows * sized.prepared().longest() > tokens) {
        batches.add(new ArrayList<>());
        rows = sized.prepared().windows();
      }
      batches.getLast().add(sized);
    }
    return batches;
  }

  static <T> List<Prepared> prepared(List<Sized<T>> batch) {
    return batch.stream().map(Sized::prepared).toList();
  }
}
