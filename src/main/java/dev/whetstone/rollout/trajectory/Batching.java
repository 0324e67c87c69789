package dev.whetstone.rollout.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups make a batch, by Atropos' rules: equal groups are packed until they are as large as
 * the largest that waits, a batch is made of packs in the order in which they were full, and has
 * exactly its size or is not made.
 */
final class Batching {
  /** A group's environment and size: only such groups are packed together. */
  private record Kind(Integer actor, int sequences) {}

  private Batching() {}

  /** Whatever environments they are of; empty where no batch can be made. */
  static List<Group> batch(List<Group> queue, int size) {
    List<Group> batch = new ArrayList<>();
    for (Group group : packed(queue, false)) {
      if (Group.sequences(batch) >= size) break;
      batch.add(group);
    }
    return Group.sequences(batch) == size ? batch : List.of();
  }

  /**
   * At least so many sequences of each environment.
   *
   * @param minimums by environment, above 0; scaled down where they are more than a batch
   */
  static List<Group> batch(List<Group> queue, int size, Map<Integer, Integer> minimums) {
    List<Group> packed =
        packed(queue, true).stream().filter(group -> group.actor() != null).toList();
    Batch batch = new Batch(size);
    for (Map.Entry<Integer, Integer> minimum : scaled(minimums, size, packed).entrySet()) {
      List<Group> own = packed.stream().filter(g -> g.actor().equals(minimum.getKey())).toList();
      if (own.isEmpty()) return List.of();
      batch.add(own, minimum.getValue());
    }
    Set<Group> all = new HashSet<>(packed);
    batch.add(queue.stream().filter(all::contains).toList(), size);
    return batch.isFull() ? batch.groups : List.of();
  }

  /** Every environment with a minimum keeps one group at least. */
  private static Map<Integer, Integer> scaled(
      Map<Integer, Integer> minimums, int size, List<Group> packed) {
    int sum = minimums.values().stream().mapToInt(Integer::intValue).sum();
    if (sum <= size) return minimums;
    Map<Integer, Integer> scaled = new LinkedHashMap<>();
    minimums.forEach(
        (actor, minimum) -> {
          int least =
              packed.stream()
                  .filter(group -> group.actor().equals(actor))
                  .mapToInt(Group::sequences)
                  .min()
                  .orElse(0);
          scaled.put(actor, Math.max(least, (int) ((long) minimum * size / sum)));
        });
    return scaled;
  }

  private static List<Group> packed(List<Group> queue, boolean byActor) {
    int largest = Group.largest(queue);
    Map<Kind, List<Group>> open = new HashMap<>();
    List<Group> packed = new ArrayList<>();
    for (Group group : queue) {
      Kind kind = new Kind(byActor ? group.actor() : null, group.sequences());
      List<Group> pack = open.computeIfAbsent(kind, k -> new ArrayList<>());
      pack.add(group);
      if (pack.size() * group.sequences() == largest) {
        packed.addAll(pack);
        pack.clear();
      }
    }
    return packed;
  }

  /** A batch that is being filled. */
  private static final class Batch {
    private final List<Group> groups = new ArrayList<>();
    private final Set<Group> taken = new HashSet<>();
    private final int size;
    private int sequences;

    Batch(int size) {
      this.size = size;
    }

    /** Of these, in their order, what fits, until there are so many of them. */
    void add(Collection<Group> more, int wanted) {
      int before = sequences;
      for (Group group : more) {
        if (sequences - before >= wanted || isFull()) return;
        if (sequences + group.sequences() > size || !taken.add(group)) continue;
        groups.add(group);
        sequences += group.sequences();
      }
    }

    boolean isFull() {
      return sequences == size;
    }
  }

  /**
   * Groups that have exactly so many sequences together, the earliest that do; empty if none do.
   */
  static List<Group> whole(List<Group> buffer, int size) {
    List<Group> first = new ArrayList<>();
    int sum = 0;
    for (Group group : buffer)
      if (sum + group.sequences() <= size) {
        first.add(group);
        sum += group.sequences();
      }
    return sum == size ? first : anyWhole(buffer, size);
  }

  private static List<Group> anyWhole(List<Group> buffer, int size) {
    int[] last = new int[size + 1];
    Arrays.fill(last, -1);
    for (int i = 0; i < buffer.size() && last[size] < 0; i++) {
      int sequences = buffer.get(i).sequences();
      for (int sum = size; sum >= sequences; sum--)
        if (last[sum] < 0 && (sum == sequences || last[sum - sequences] >= 0)) last[sum] = i;
    }
    if (last[size] < 0) return List.of();
    List<Group> whole = new ArrayList<>();
    for (int sum = size; sum > 0; sum -= whole.getFirst().sequences())
      whole.addFirst(buffer.get(last[sum]));
    return whole;
  }
}
