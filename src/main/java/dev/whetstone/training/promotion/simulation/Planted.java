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

  /** What a planted version is, and how often it may, or should, serve. */
  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers is immutable
  enum Kind {
    WORSE("worse everywhere by .06", INCUMBENT.plus(-0.06, -0.06, -0.06, -0.06), Bound.SELDOM),
    WORSE_ON_HUMAN(
        "worse on human labels by .08, better elsewhere",
        INCUMBENT.plus(-0.08, 0.08, 0.12, 0.08),
        Bound.SELDOM),
    AT_THE_MARGIN(
        "worse on human labels by the very margin, better elsewhere",
        INCUMBENT.plus(-0.03, 0.08, 0.12, 0.08),
        Bound.SELDOM),
    FORGETFUL(
        "one family forgotten, better elsewhere",
        INCUMBENT.plus(0.05, 0.04, 0.12, -0.45),
        Bound.SELDOM),
    SAME("no better, with errors of its own", INCUMBENT, Bound.SELDOM),
    BETTER_ON_ARCHIVE(
        "better by .20 on what the archive is of, else equal",
        INCUMBENT.plus(0, 0, 0.20, 0),
        Bound.NONE),
    LITTLE_BETTER("better everywhere by .05", INCUMBENT.plus(0.05, 0.05, 0.05, 0.05), Bound.NONE),
    BETTER("better everywhere by .08", INCUMBENT.plus(0.08, 0.08, 0.08, 0.08), Bound.NONE),
    CLEARLY_BETTER(
        "better everywhere by .10", INCUMBENT.plus(0.10, 0.10, 0.10, 0.10), Bound.MOSTLY);

    final String words;
    final Planted planted;
    final Bound bound;

    Kind(String words, Planted planted, Bound bound) {
      this.words = words;
      this.planted = planted;
      this.bound = bound;
    }
  }

  /** How large the share of the promoted may be, or must be. */
  enum Bound {
    SELDOM("at most 5 %", 0, 0.05),
    NONE("", 0, 1),
    MOSTLY("at least 80 %", 0.8, 1);

    final String words;
    private final double least;
    private final double most;

    Bound(String words, double least, double most) {
      this.words = words;
      this.least = least;
      this.most = most;
    }

    boolean holds(double share) {
      return share >= least && share <= most;
    }
  }

  Planted plus(double onHuman, double onFamilies, double onArchive, double onForgotten) {
    return new Planted(
        human + onHuman, families + onFamilies, archive + onArchive, forgotten + onForgotten);
  }
}
