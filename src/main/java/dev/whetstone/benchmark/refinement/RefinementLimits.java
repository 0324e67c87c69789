package dev.whetstone.benchmark.refinement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be asked for a problem, and how the server goes on by itself. */
@ConfigMapping(prefix = "whetstone.refinement")
public interface RefinementLimits {
  /** Attempts at one problem, at most. */
  @WithDefault("8192")
  int maxAttempts();

  /** Rounds of one problem, at most. */
  @WithDefault("64")
  int maxRounds();

  /** How often it is looked for problems that can go on. */
  @WithDefault("PT2S")
  Duration every();

  /** Problems that the server's own refiner is asked about at once. */
  @WithDefault("16")
  int workers();

  /** How long one answer of the server's own refiner may take. */
  @WithDefault("PT10M")
  Duration patience();

  /** How long a problem rests after the refiner did not answer. */
  @WithDefault("PT30S")
  Duration rest();
}
