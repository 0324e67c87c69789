package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.ScoredStep;
import java.util.List;

/**
 * Calibration by logistic regression on the logit (Platt 1999), by Newton's method, with his
 * targets (N+ + 1)/(N+ + 2) and 1/(N- + 2) against overconfidence. A step counts as often as its
 * weight says: as if each of its labels were a step of its own. Decided steps have no part in it.
 */
final class Platt {
  private static final int MOST_STEPS = 100;
  private static final double ENOUGH = 1e-10;
  private static final double SMALLEST_PART = 1e-10;
  private static final double RIDGE = 1e-9;

  private final List<ScoredStep> scored;
  private final double high;
  private final double low;
  private double slope = 1;
  private double offset;

  private Platt(List<ScoredStep> scored, double high, double low) {
    this.scored = scored;
    this.high = high;
    this.low = low;
  }

  static Card.Calibration fit(List<ScoredStep> scored) {
    Platt platt = fitted(scored);
    return new Card.Calibration(platt.slope, platt.offset);
  }

  /** The log loss, in nats, of all steps together once they are calibrated. */
  static double loss(List<ScoredStep> scored) {
    Platt platt = fitted(scored);
    return platt.loss(platt.slope, platt.offset);
  }

  private static Platt fitted(List<ScoredStep> all) {
    List<ScoredStep> open = all.stream().filter(s -> !s.decided()).toList();
    double rights = open.stream().mapToDouble(s -> s.weight() * s.right()).sum();
    double wrongs = open.stream().mapToDouble(s -> s.weight() * (1 - s.right())).sum();
    double high = (rights + 1) / (rights + 2);
    double low = 1 / (wrongs + 2);
    Platt platt = new Platt(open, high, low);
    int steps = 0;
    while (steps < MOST_STEPS && platt.descend()) steps++;
    return platt;
  }

  /** P(right) of a step, calibrated where it is not decided. */
  static double probability(Card.Calibration calibration, ScoredStep step) {
    if (step.decided()) return sigmoid(step.logit());
    return sigmoid(calibration.slope() * step.logit() + calibration.offset());
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /**
   * One Newton step, halved until the loss falls (Lin, Lin and Weng 2007); false where none does.
   */
  private boolean descend() {
    double[] step = newton();
    double now = loss(slope, offset);
    for (double part = 1; part > SMALLEST_PART; part /= 2) {
      double nextSlope = slope - part * step[0];
      double nextOffset = offset - part * step[1];
      if (loss(nextSlope, nextOffset) < now - ENOUGH) {
        slope = nextSlope;
        offset = nextOffset;
        return true;
      }
    }
    return false;
  }

  private double[] newton() {
    double[] g = new double[2];
    double[] h = {RIDGE, 0, RIDGE};
    for (ScoredStep s : scored) {
      double p = sigmoid(slope * s.logit() + offset);
      double error = s.weight() * (p - target(s));
      double w = s.weight() * p * (1 - p);
      g[0] += error * s.logit();
      g[1] += error;
      h[0] += w * s.logit() * s.logit();
      h[1] += w * s.logit();
      h[2] += w;
    }
    double determinant = h[0] * h[2] - h[1] * h[1];
    return new double[] {
      (h[2] * g[0] - h[1] * g[1]) / determinant, (h[0] * g[1] - h[1] * g[0]) / determinant
    };
  }

  private double loss(double atSlope, double atOffset) {
    double loss = 0;
    for (ScoredStep s : scored) {
      double z = atSlope * s.logit() + atOffset;
      loss += s.weight() * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target(s) * z);
    }
    return loss;
  }

  private double target(ScoredStep s) {
    return s.right() * high + (1 - s.right()) * low;
  }
}
