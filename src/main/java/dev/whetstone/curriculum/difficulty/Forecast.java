package dev.whetstone.curriculum.difficulty;

import dev.whetstone.verify.Reliability;

/** The rate at which a cell is solved, as foretold. */
public record Forecast(Normal logOdds) {
  private static final double QUANTILE = 1.96;

  /** The mean over what is not known (MacKay 1992, eq. 4.4). */
  public double solved() {
    double shrink = StrictMath.sqrt(1 + Math.PI * logOdds.variance() / 8);
    return Observation.solved(logOdds.mean() / shrink);
  }

  /** The rate at which it then passes this verifier. */
  public double passed(Reliability verifier) {
    return Observation.passed(solved(), verifier);
  }

  /** Lower end of the central 95 % of the solved rate. */
  public double low() {
    return Observation.solved(logOdds.mean() - QUANTILE * logOdds.deviation());
  }

  /** Upper end of the central 95 % of the solved rate. */
  public double high() {
    return Observation.solved(logOdds.mean() + QUANTILE * logOdds.deviation());
  }
}
