package dev.whetstone.verify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How many solutions are sent to the step verifier, and how long it is waited for; how long they
 * may be is the model's to say, in {@code whetstone.model}.
 */
@ConfigMapping(prefix = "whetstone.verify")
public interface VerifyLimits {
  /** How long rewards wait for the readings of one request's candidates, all together. */
  @WithDefault("PT0.5S")
  Duration stepsDeadline();

  /** Solutions in one request to verify. */
  @WithDefault("64")
  int maxVerifications();

  /** How long a request to verify waits. */
  @WithDefault("PT20S")
  Duration verificationsDeadline();
}
