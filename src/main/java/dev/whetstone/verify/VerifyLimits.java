package dev.whetstone.verify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is read by the step verifier, and how long it is waited for. */
@ConfigMapping(prefix = "whetstone.verify")
public interface VerifyLimits {
  /** How long rewards wait for the readings of one request's candidates, all together. */
  @WithDefault("PT0.5S")
  Duration stepsDeadline();

  /** Steps of one solution. */
  @WithDefault("256")
  int maxSteps();

  /** Characters of one problem, and of one solution, sent to be verified. */
  @WithDefault("65536")
  int maxCharacters();

  /** Solutions in one request to verify. */
  @WithDefault("64")
  int maxVerifications();

  /** How long a request to verify waits. */
  @WithDefault("PT20S")
  Duration verificationsDeadline();
}
