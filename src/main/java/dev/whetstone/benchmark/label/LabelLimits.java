package dev.whetstone.benchmark.label;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;

/** How much of a file is read. */
@ConfigMapping(prefix = "whetstone.labels")
public interface LabelLimits {
  /** Bytes of one line; a longer one is refused. */
  @WithDefault("4194304")
  int maxLine();

  /** Bytes of one file, unpacked; a longer one is refused whole. */
  @WithDefault("4294967296")
  long maxFile();

  /** Steps of one solution. */
  @WithDefault("1024")
  int maxSteps();

  /** Characters of one solution, its problem included. */
  @WithDefault("262144")
  int maxCharacters();

  /** Solutions saved in one statement batch. */
  @WithDefault("500")
  int batch();

  /** As the environment and the settings say, where no server runs. */
  static LabelLimits configured() {
    return new SmallRyeConfigBuilder()
        .addDefaultSources()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(LabelLimits.class)
        .build()
        .getConfigMapping(LabelLimits.class);
  }
}
