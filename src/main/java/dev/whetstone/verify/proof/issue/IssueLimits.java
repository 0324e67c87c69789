package dev.whetstone.verify.proof.issue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is read of the issues of an analysis. */
@ConfigMapping(prefix = "whetstone.proof.issues")
public interface IssueLimits {
  /** Issues of one analysis; the later ones count as unreadable. */
  @WithDefault("32")
  int most();

  /** Characters of a quote. */
  @WithDefault("400")
  int quote();

  /** Characters of the reason given for an issue. */
  @WithDefault("2000")
  int reason();
}
