package dev.whetstone.rollout.experiment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of experiments is made at once and kept. */
@ConfigMapping(prefix = "whetstone.experiment")
public interface ExperimentLimits {
  /** Entries of one batch; their client waits five seconds. */
  @WithDefault("512")
  int maxBatch();

  /** Experiments in all. */
  @WithDefault("1000")
  int maxExperiments();

  /** Datasets of one experiment. */
  @WithDefault("100")
  int maxDatasets();

  /** Latest versions of an experiment's datasets that are kept; older answers have no score. */
  @WithDefault("10000")
  int keepVersions();
}
