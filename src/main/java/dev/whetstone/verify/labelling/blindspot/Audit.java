package dev.whetstone.verify.labelling.blindspot;

/**
 * A proof that people found flawed, and how many of its analyses flagged it; bounds, because a mean
 * score does not tell one 0 from two 1/2.
 *
 * @param analyses n
 * @param fewestFlags in [0, n]
 * @param mostFlags in [fewestFlags, n]
 */
public record Audit(int analyses, int fewestFlags, int mostFlags) {
  private static final double ROUNDING = 1e-6;

  public Audit {
    if (analyses < 1) throw new IllegalArgumentException(analyses + " analyses");
    if (fewestFlags < 0 || fewestFlags > mostFlags || mostFlags > analyses)
      throw new IllegalArgumentException(
          fewestFlags + " to " + mostFlags + " flags in " + analyses + " analyses");
  }

  /** Where the flags were counted. */
  public static Audit of(int analyses, int flags) {
    return new Audit(analyses, flags, flags);
  }

  /**
   * Where only the mean of scores 0, 1/2 and 1 is known: with j halves missing from the full score,
   * at least j/2 and at most j analyses flagged.
   *
   * @throws IllegalArgumentException where so many analyses cannot have that mean
   */
  public static Audit ofMean(int analyses, double meanScore) {
    double missing = 2 * analyses * (1 - meanScore);
    int halves = (int) Math.rint(missing);
    if (!(Math.abs(missing - halves) < ROUNDING))
      throw new IllegalArgumentException(meanScore + " is no mean of " + analyses + " scores");
    return new Audit(analyses, (halves + 1) / 2, Math.min(analyses, halves));
  }

  public boolean mayHavePassedAll() {
    return fewestFlags == 0;
  }
}
