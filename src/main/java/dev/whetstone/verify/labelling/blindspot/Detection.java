package dev.whetstone.verify.labelling.blindspot;

/**
 * How often flaws are found: a share of them never, the others each at its own rate D ~ Beta(a, b).
 *
 * @param blindSpot π0, in [0, 1]
 */
public record Detection(double blindSpot, double a, double b) {
  public Detection {
    if (!(blindSpot >= 0 && blindSpot <= 1))
      throw new IllegalArgumentException("a blind spot of " + blindSpot);
    if (!(a > 0 && b > 0)) throw new IllegalArgumentException("Beta(" + a + ", " + b + ")");
  }

  /** P(pass all n | flawed) = π0 + (1 - π0)·E[(1 - D)^n]. */
  public double passesAll(int analyses) {
    return blindSpot + (1 - blindSpot) * new BetaBinomial(analyses, a, b).mass(0);
  }
}
