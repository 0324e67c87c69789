package dev.whetstone.verify.labelling.agreement;

import java.util.OptionalDouble;

/**
 * Agreement of two raters beyond chance; Cohen 1960, "Educ. Psychol. Meas." 20:37.
 *
 * @param observed the share of items on which they agree
 * @param expected the same for raters who keep their shares of classes and choose at random
 */
public record CohenKappa(double observed, double expected) {
  public CohenKappa {
    if (!(observed >= 0 && observed <= 1 && expected >= 0 && expected <= 1))
      throw new IllegalArgumentException("shares " + observed + " and " + expected);
  }

  /**
   * @param counts items by the class of the first rater (rows) and of the second (columns)
   * @throws IllegalArgumentException where the table is not square, or counts nothing
   */
  public static CohenKappa of(int[][] counts) {
    double[] rows = new double[counts.length];
    double[] columns = new double[counts.length];
    double agreed = 0;
    double total = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i].length != counts.length) throw new IllegalArgumentException("not square");
      for (int j = 0; j < counts.length; j++) {
        if (counts[i][j] < 0) throw new IllegalArgumentException("a count of " + counts[i][j]);
        rows[i] += counts[i][j];
        columns[j] += counts[i][j];
        total += counts[i][j];
      }
      agreed += counts[i][i];
    }
    double expected = 0;
    for (int i = 0; i < rows.length; i++) expected += rows[i] / total * (columns[i] / total);
    return new CohenKappa(agreed / total, Math.min(1, expected));
  }

  /** κ = (observed - expected) / (1 - expected); none where both know one class only. */
  public OptionalDouble kappa() {
    return expected == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((observed - expected) / (1 - expected));
  }
}
