package dev.whetstone.rollout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a client may ask for at once, and how long things are kept. */
@ConfigMapping(prefix = "whetstone.rollout")
public interface RolloutLimits {
  /** Tasks in one request. */
  @WithDefault("1024")
  int maxTasks();

  /** Candidates in one request. */
  @WithDefault("4096")
  int maxCandidates();

  /** Characters of one completion. */
  @WithDefault("262144")
  int maxCompletion();

  /** Candidates for one task. */
  @WithDefault("1024")
  int maxGroupSize();

  /** Age at which an open group is closed and learned from as it is. */
  @WithDefault("PT30M")
  Duration offerLife();

  /** How long candidate texts are kept; zero keeps none. Their hashes are kept for ever. */
  @WithDefault("P30D")
  Duration keepCandidates();

  /** How often the gauges of the curriculum are read from the database. */
  @WithDefault("PT1M")
  Duration gauges();

  /** Characters of tasks held ready in memory; any other is made again from its identity. */
  @WithDefault("40000000")
  long cachedTaskChars();
}
