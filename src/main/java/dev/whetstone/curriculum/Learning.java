package dev.whetstone.curriculum;

/**
 * How evidence is kept and when it moves a level.
 *
 * @param halfLife groups of a cell after which a piece of evidence counts half
 * @param evidence groups that must be remembered before a level moves
 * @param confidence probability at which a claim about a truth rate is acted on
 * @param up a control rises when the cell one level up in it is solved above this rate
 * @param down a control falls when a cell within reach is solved below this rate
 */
public record Learning(
    double halfLife, double evidence, double confidence, double up, double down) {
  public static final Learning DEFAULT = new Learning(16, 4, 0.95, 0.5, 0.3);

  public Learning {
    if (!(halfLife >= 1)) throw new IllegalArgumentException("half life: " + halfLife);
    if (!(evidence >= 1 && evidence <= halfLife))
      throw new IllegalArgumentException("evidence lies between 1 and the half life: " + evidence);
    if (!(confidence > 0.5 && confidence < 1))
      throw new IllegalArgumentException("confidence: " + confidence);
    if (!(down > 0 && down < up && up < 1))
      throw new IllegalArgumentException("0 < down < up < 1, not " + down + " and " + up);
    if (attainable(halfLife, up, down) < confidence)
      throw new IllegalArgumentException("out of reach: confidence " + confidence);
  }

  /** The factor by which what is known of a cell fades at each of its groups. */
  double kept() {
    return StrictMath.pow(2, -1 / halfLife);
  }

  /**
   * The confidence that all that can be remembered, halfLife / ln 2 groups all alike, gives to the
   * harder of the two claims.
   */
  public static double attainable(double halfLife, double up, double down) {
    double groups = halfLife / StrictMath.log(2);
    return 1 - StrictMath.pow(Math.max(up, 1 - down), groups + 1);
  }
}
