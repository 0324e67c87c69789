package dev.whetstone.rollout.experiment;

import dev.whetstone.task.Hash;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A weighted mixture of datasets.
 *
 * @param size as its client said; any index can be asked
 * @param seed as its client said
 * @param datasets as they are now
 */
public record Experiment(
    UUID id, String name, int size, Optional<Long> seed, String salt, List<Dataset> datasets) {
  public Experiment {
    datasets = List.copyOf(datasets);
  }

  /** The dataset that this entry is from. */
  public Dataset at(long index) {
    double total = datasets.stream().mapToDouble(dataset -> dataset.range().weight()).sum();
    long draw = Hash.of(salt, "dataset", Long.toString(index)).asLong() >>> 11;
    double left = draw * 0x1.0p-53 * total;
    for (Dataset dataset : datasets) {
      left -= dataset.range().weight();
      if (left < 0) return dataset;
    }
    return datasets.getLast();
  }
}
