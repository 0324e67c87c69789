package dev.whetstone.training.promotion.simulation;

/**
 * How good a planted version is: the shares of solutions whose first error, or its absence, it says
 * exactly.
 *
 * @param human on human labels
 * @param families on generated solutions
 * @param archive on solutions of the kind that the archive is filled from
 * @param forgotten on one family of the generated ones
 */
record Planted(double human, double families, double archive, double forgotten) {
  /** The version that serves. */
  static final Planted INCUMBENT = new Planted(0.70, 0.80, 0.75, 0.80);

  /** What a planted version is, and what should become of it. */
  enum Kind {
    WORSE("worse everywhere by .06", INCUMBENT.plus(-0.06, -0.06, -0.06, -0.06), false),
    WORSE_ON_HUMAN(
        "worse on human labels by .08, better elsewhere",
        INCUMBENT.plus(-0.08, 0.08, 0.12, 0.08),
        false),
    AT_THE_MARGIN(
        "worse on human labels by the very margin, better elsewhere",
        INCUMBENT.plus(-0.03, 0.08, 0.12, 0.08),
        false),
    FORGOT_A_FAMILY(
        "one family forgotten, better elsewhere", INCUMBENT.plus(0.05, 0.04, 0.12, -0.45), false),
    SAME("the same, with errors of its own", INCUMBENT, false),
    ARCHIVE_ONLY(
        "better on the archive's kind by .20 only", INCUMBENT.plus(0, 0, 0.20, 0), true),
    LITTLE_BETTER("better everywhere by .05", INCUMBENT.plus(0.05, 0.05, 0.05, 0.05), true),
    BETTER("better everywhere by .10", INCUMBENT.plus(0.10, 0.10, 0.10, 0.10), true);

    final String words;
    final Planted planted;
    final boolean shouldServe;

    Kind(String words, Planted planted, boolean shouldServe) {
      this.words = words;
      this.planted = planted;
      this.shouldServe = shouldServe;
    }
  }

  Planted plus(double onHuman, double onFamilies, double onArchive, double onForgotten) {
    return new Planted(
        human + onHuman, families + onFamilies, archive + onArchive, forgotten + onForgotten);
  }
}
