package dev.whetstone.rollout.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Batches by Atropos' rules. */
class BatchingTest {
  @Test
  void aBatchHasExactlyItsSizeOrIsNotMade() {
    assertEquals(List.of(0L, 1L), ids(Batching.batch(queue(2, 2, 2), 4)));
    assertEquals(List.of(), Batching.batch(queue(2), 4));
    assertEquals(List.of(), Batching.batch(queue(), 4));
    assertEquals(List.of(), Batching.batch(queue(4, 4), 6));
  }

  @Test
  void smallGroupsArePackedUntilTheyAreAsLargeAsTheLargest() {
    assertEquals(List.of(1L), ids(Batching.batch(queue(1, 4, 1, 1, 1), 4)));
    assertEquals(List.of(1L, 0L, 2L, 3L, 4L), ids(Batching.batch(queue(1, 4, 1, 1, 1), 8)));
    assertEquals(List.of(), Batching.batch(queue(1, 4, 1, 1), 8));
    assertEquals(List.of(), Batching.batch(queue(3, 4, 3), 10), "three never make four");
  }

  @Test
  void eachEnvironmentHasItsMinimum() {
    List<Group> queue = List.of(of(0, 1, 2), of(1, 1, 2), of(2, 1, 2), of(3, 0, 2));
    assertEquals(List.of(3L, 0L), ids(Batching.batch(queue, 4, Map.of(0, 2))));
    assertEquals(List.of(), Batching.batch(queue, 4, Map.of(7, 2)));
    assertEquals(List.of(), Batching.batch(List.of(), 4, Map.of(0, 2)));
    List<Group> others = new ArrayList<>(queue);
    others.add(of(4, null, 2));
    assertEquals(
        List.of(3L, 0L, 1L, 2L), ids(Batching.batch(others, 8, Map.of(0, 2))), "null has no part");
  }

  @Test
  void minimumsBeyondABatchAreScaledDown() {
    List<Group> queue = List.of(of(0, 0, 2), of(1, 0, 2), of(2, 1, 2), of(3, 1, 2));
    assertEquals(2, Batching.batch(queue, 4, Map.of(0, 4, 1, 4)).size());
    assertEquals(
        2,
        Batching.batch(queue, 4, Map.of(0, 4, 1, 4)).stream().map(Group::actor).distinct().count());
  }

  /** Against the sum of every subset. */
  @Test
  void aWholeIsFoundWhereThereIsOne() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 2_000; round++) {
      int[] sizes = random.ints(random.nextInt(1, 9), 1, 9).toArray();
      int size = random.nextInt(1, 20);
      List<Group> whole = Batching.whole(queue(sizes), size);
      boolean isThere = false;
      for (int set = 1; set < 1 << sizes.length; set++) {
        int sum = 0;
        for (int i = 0; i < sizes.length; i++) if ((set >> i & 1) == 1) sum += sizes[i];
        isThere |= sum == size;
      }
      assertEquals(isThere ? size : 0, Group.sequences(whole));
      assertEquals(whole.size(), whole.stream().distinct().count());
      assertTrue(ids(whole).equals(ids(whole).stream().sorted().toList()), "in their order");
    }
  }

  private static List<Group> queue(int... sizes) {
    List<Group> queue = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) queue.add(of(i, null, sizes[i]));
    return queue;
  }

  private static Group of(long id, Integer actor, int sequences) {
    return new Group(id, actor, sequences);
  }

  private static List<Long> ids(List<Group> groups) {
    return groups.stream().map(Group::id).toList();
  }
}
