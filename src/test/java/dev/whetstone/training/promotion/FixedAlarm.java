package dev.whetstone.training.promotion;

/** An alarm's settings as a test wants them. */
record FixedAlarm(
    boolean enabled, int window, int minVerdicts, double margin, double standardErrors)
    implements AlarmSettings {
  /** As they are by default. */
  static final FixedAlarm USUAL = new FixedAlarm(true, 1_000, 200, 0.05, 4);
}
