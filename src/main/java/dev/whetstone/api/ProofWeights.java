package dev.whetstone.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What counts how much in the reward of a proof; DeepSeekMath-V2, section 2.2. */
@ConfigMapping(prefix = "whetstone.reward.proof")
public interface ProofWeights {
  /** The proof's own. */
  @WithDefault("0.76")
  double alpha();

  /** Its writer's evaluation's. */
  @WithDefault("0.24")
  double beta();
}
