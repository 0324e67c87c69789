package dev.whetstone.training.promotion;

import io.smallrye.config.WithDefault;

/** When the version that serves is rolled back without being asked. */
public interface AlarmSettings {
  @WithDefault("true")
  boolean enabled();

  /** Its latest verdicts that are looked at. */
  @WithDefault("1000")
  int window();

  /**
   * Verdicts of it, and of the version before it, on equal tasks; with fewer nothing is said. Of n
   * and m on equal tasks no more than their harmonic mean, 2nm/(n+m), count.
   */
  @WithDefault("200")
  int minVerdicts();

  /** How much larger its share of bad verdicts may be. */
  @WithDefault("0.05")
  double margin();

  /** Standard errors of the interval: wide, for it is looked at again and again. */
  @WithDefault("4")
  double standardErrors();
}
