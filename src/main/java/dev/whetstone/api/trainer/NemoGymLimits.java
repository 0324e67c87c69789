package dev.whetstone.api.trainer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What NeMo Gym's clients, which know no timeout, may wait for. */
@ConfigMapping(prefix = "whetstone.nemo-gym")
public interface NemoGymLimits {
  /** A rollout that is not judged by then is told to be masked. */
  @WithDefault("PT25S")
  Duration deadline();
}
