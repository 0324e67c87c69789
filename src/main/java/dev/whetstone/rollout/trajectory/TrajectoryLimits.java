package dev.whetstone.rollout.trajectory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much waits between environments and their trainer. */
@ConfigMapping(prefix = "whetstone.trajectory")
public interface TrajectoryLimits {
  /** Groups that wait for a batch. */
  @WithDefault("10000")
  int maxGroups();

  /** Characters of those groups. */
  @WithDefault("2000000000")
  long maxCharacters();

  /** Sequences of one group. */
  @WithDefault("1024")
  int maxSequences();

  /** Environments since the trainer registered. */
  @WithDefault("1000")
  int maxEnvironments();
}
