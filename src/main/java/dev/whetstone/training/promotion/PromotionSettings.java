package dev.whetstone.training.promotion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How candidates are measured, and what they must show to serve. */
@ConfigMapping(prefix = "whetstone.promotion")
public interface PromotionSettings {
  /** Without it the newest version serves, measured or not. */
  @WithDefault("true")
  boolean enabled();

  /** How often candidates are looked for, and the one that serves is looked after. */
  @WithDefault("PT1M")
  Duration every();

  /**
   * Sets of human labels to measure on, in their half for testing; without them every set by people
   * that has one, but not what our own review queue drew, see {@link Grounds}.
   */
  Optional<List<String>> humanSets();

  /** Solutions with human labels, at most; the same ones each time. */
  @WithDefault("2000")
  int maxHuman();

  /** Solutions of the archive, at most: its latest. */
  @WithDefault("1000")
  int maxArchived();

  /**
   * Generated solutions of each family that both versions are measured on. They also tell what an
   * equal version would make of the archive: with 40 a quarter of the clearly better were kept.
   */
  @WithDefault("100")
  int familyExamples();

  /** Generated solutions of each family among which those are sought that fool the incumbent. */
  @WithDefault("40")
  int huntedExamples();

  /** Tokens of a batch while a version is measured. */
  @WithDefault("4096")
  int batchTokens();

  /** How often the process that measures a candidate may end with a fault; then it is kept. */
  @WithDefault("3")
  int faults();

  GateSettings gate();

  AlarmSettings alarm();

  /** As the environment and the settings say, where no server runs. */
  static PromotionSettings configured() {
    return new SmallRyeConfigBuilder()
        .addDefaultSources()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(PromotionSettings.class)
        .build()
        .getConfigMapping(PromotionSettings.class);
  }
}
