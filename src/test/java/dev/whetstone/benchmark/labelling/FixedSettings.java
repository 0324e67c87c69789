package dev.whetstone.benchmark.labelling;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings as they are by default, but for these names and values, and short times. */
final class FixedSettings {
  private FixedSettings() {}

  static LabellingSettings of(String... pairs) {
    Map<String, String> values =
        new HashMap<>(Map.of("patience", "PT2S", "backoff", "PT0.01S", "idle", "PT0.02S"));
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().withMapping(LabellingSettings.class);
    values.forEach((name, value) -> builder.withDefaultValue("whetstone.labelling." + name, value));
    return builder
        .withConverter(Duration.class, 200, Duration::parse)
        .build()
        .getConfigMapping(LabellingSettings.class);
  }
}
