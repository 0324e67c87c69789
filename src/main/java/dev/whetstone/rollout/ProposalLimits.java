package dev.whetstone.rollout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a proposing model may post, and when it is paid. */
@ConfigMapping(prefix = "whetstone.proposals")
public interface ProposalLimits {
  /** Proposals in one request. */
  @WithDefault("64")
  int maxProposals();

  /** Characters of a question. */
  @WithDefault("4000")
  int maxQuestion();

  /** Latest proposals of a run with which a new one is compared. */
  @WithDefault("500")
  int remembered();

  /** Judged attempts below which a group that was closed by age is paid nothing. */
  @WithDefault("4")
  int minAttempts();
}
