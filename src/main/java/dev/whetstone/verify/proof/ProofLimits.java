package dev.whetstone.verify.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is asked about a proof, and how much of what comes back is read. */
@ConfigMapping(prefix = "whetstone.proof")
public interface ProofLimits {
  /** Characters of one prompt; more is not asked. */
  @WithDefault("262144")
  int maxPrompt();

  /** Characters of one response; more is not read. */
  @WithDefault("262144")
  int maxResponse();
}
