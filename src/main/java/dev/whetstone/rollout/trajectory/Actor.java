package dev.whetstone.rollout.trajectory;

import java.util.Optional;

/**
 * An environment of the trainer, which sends groups.
 *
 * @param groupSize sequences of a whole group
 * @param minBatchAllocation the least part of each batch that is its own
 */
public record Actor(
    int id,
    String name,
    int maxTokenLength,
    double weight,
    int groupSize,
    Optional<Double> minBatchAllocation,
    boolean connected) {
  /** Sequences of a batch that are its own at least. */
  int minimum(int batchSize) {
    return connected ? (int) (batchSize * minBatchAllocation.orElse(0.0)) : 0;
  }
}
