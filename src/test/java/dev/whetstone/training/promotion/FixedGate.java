package dev.whetstone.training.promotion;

/** A gate's settings as a test wants them. */
public record FixedGate(
    double humanMargin,
    double familiesMargin,
    double familyMargin,
    int minHumanProblems,
    int minArchived,
    int minFamilyProblems,
    double confidence,
    int draws)
    implements GateSettings {
  /** As they are by default, with fewer draws. */
  public static final FixedGate USUAL = new FixedGate(0.03, 0.03, 0.1, 100, 30, 100, 0.8, 200);
}
