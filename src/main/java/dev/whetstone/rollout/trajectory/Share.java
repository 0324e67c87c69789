package dev.whetstone.rollout.trajectory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an environment stands among the others.
 *
 * @param queueSize its groups that wait, and as many of others as it could be held back for
 * @param unallocatedFraction of a batch that is nobody's own
 * @param selfQueueSize its groups that wait
 * @param maxGroupSize the largest that waits
 * @param environmentWeight its part of all tokens that are wanted
 */
public record Share(
    int step,
    int queueSize,
    double unallocatedFraction,
    int selfQueueSize,
    int maxGroupSize,
    double environmentWeight,
    int groupSize) {
  /** No environment is starved. */
  private static final double LEAST_WEIGHT = 0.01;

  static Share of(Actor own, Trainer trainer, List<Actor> actors, List<Group> queue) {
    int largest = Math.max(1, Group.largest(queue));
    List<Group> mine = queue.stream().filter(g -> isOf(g, own)).toList();
    int groupSize = Math.max(own.groupSize(), Group.largest(mine));
    int sequences = Group.sequences(mine);
    int others = largest > 1 ? others(own, trainer, actors, queue, largest) : 0;
    return new Share(
        trainer.step(),
        (sequences + others) / groupSize,
        unallocated(actors),
        sequences / groupSize,
        largest,
        weight(own, actors),
        groupSize);
  }

  private static boolean isOf(Group group, Actor actor) {
    return group.actor() != null && group.actor() == actor.id();
  }

  /** Sequences in others' packs beyond what is their own of a batch. */
  private static int others(
      Actor own, Trainer trainer, List<Actor> actors, List<Group> queue, int largest) {
    Map<Integer, Integer> sequences = new HashMap<>();
    for (Group group : queue)
      if (!isOf(group, own)) sequences.merge(group.actor(), group.sequences(), Integer::sum);
    Map<Integer, Integer> minimums = new HashMap<>();
    for (Actor one : actors) minimums.put(one.id(), one.minimum(trainer.batchSize()));
    int others = 0;
    for (Map.Entry<Integer, Integer> one : sequences.entrySet()) {
      int packed = Math.ceilDiv(one.getValue(), largest) * largest;
      others += Math.max(0, packed - minimums.getOrDefault(one.getKey(), 0));
    }
    return others;
  }

  private static double unallocated(List<Actor> actors) {
    double allocated =
        actors.stream()
            .filter(Actor::connected)
            .mapToDouble(one -> one.minBatchAllocation().orElse(0.0))
            .sum();
    return 1 - Math.min(allocated, 1);
  }

  private static double weight(Actor own, List<Actor> actors) {
    double all =
        actors.stream()
            .filter(Actor::connected)
            .mapToDouble(one -> one.maxTokenLength() * Math.max(0, one.weight()))
            .sum();
    double part = all > 0 ? own.maxTokenLength() * own.weight() / all : 0;
    return Math.max(LEAST_WEIGHT, part);
  }
}
