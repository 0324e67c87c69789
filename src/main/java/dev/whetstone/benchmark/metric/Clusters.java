package dev.whetstone.benchmark.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * To which cluster each example belongs: what is drawn together, because it errs together.
 *
 * @param count how many clusters there are
 * @param of each example's cluster, from 0 in the order of their first example
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Clusters(int count, int[] of) {
  /** Examples with the same key are of one cluster. */
  public static Clusters of(List<String> keys) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] of = new int[keys.size()];
    for (int i = 0; i < of.length; i++) {
      int next = numbers.size();
      of[i] = numbers.computeIfAbsent(keys.get(i), key -> next);
    }
    return new Clusters(numbers.size(), of);
  }

  /** Of some of the examples, drawn as part of the whole. */
  public Clusters part(List<Integer> examples) {
    return new Clusters(count, examples.stream().mapToInt(i -> of[i]).toArray());
  }

  /** Every cluster as often as it was seen: the data themselves. */
  public int[] once() {
    int[] weights = new int[count];
    Arrays.fill(weights, 1);
    return weights;
  }
}
