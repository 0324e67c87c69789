package dev.whetstone.training.promotion;

import io.smallrye.config.WithDefault;

/** What a candidate must show; differences are its share less the incumbent's. */
public interface GateSettings {
  /** How much worse than the incumbent it may be on human labels, in F1, and still be as good. */
  @WithDefault("0.03")
  double humanMargin();

  /** The same on all generated families together, in accuracy. */
  @WithDefault("0.03")
  double familiesMargin();

  /** A family on which it is shown to be worse by more than this keeps it from serving. */
  @WithDefault("0.1")
  double familyMargin();

  /** Problems with human labels; with fewer nothing is promoted. */
  @WithDefault("100")
  int minHumanProblems();

  /** Problems of the archive; with fewer it must be better on human labels or on the families. */
  @WithDefault("30")
  int minArchived();

  /** Problems of the families; with fewer nothing is promoted. */
  @WithDefault("100")
  int minFamilyProblems();

  /** Who decides wrongly with at least this probability of its own was fooled. */
  @WithDefault("0.8")
  double confidence();

  /** Of the bootstrap, for each interval. */
  @WithDefault("1000")
  int draws();
}
