package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Scored;
import java.util.List;

/**
 * Calibration by logistic regression on the logit (Platt 1999), by Newton's method, with his
 * targets (N+ + 1)/(N+ + 2) and 1/(N- + 2) against overconfidence.
 */
final class Platt {
  private static final int MOST_STEPS = 100;
  private static final double ENOUGH = 1e-10;

  private Platt() {}

  static Card.Calibration fit(List<Scored> scored) {
    double rights = scored.stream().mapToDouble(Scored::right).sum();
    double high = (rights + 1) / (rights + 2);
    double low = 1 / (scored.size() - rights + 2);
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] sums = new double[5];
      for (Scored s : scored) {
        double p = 1 / (1 + Math.exp(-(slope * s.logit() + offset)));
        double error = p - (s.right() * high + (1 - s.right()) * low);
        double w = Math.max(p * (1 - p), 1e-12);
        sums[0] += error * s.logit();
        sums[1] += error;
        sums[2] += w * s.logit() * s.logit();
        sums[3] += w * s.logit();
        sums[4] += w;
      }
      double determinant = sums[2] * sums[4] - sums[3] * sums[3];
      if (Math.abs(determinant) < 1e-12) break;
      double bySlope = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
      double byOffset = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
      slope -= bySlope;
      offset -= byOffset;
      if (Math.abs(bySlope) + Math.abs(byOffset) < ENOUGH) break;
    }
    return new Card.Calibration(slope, offset);
  }
}
