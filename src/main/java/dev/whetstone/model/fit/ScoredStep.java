package dev.whetstone.model.fit;

/**
 * A labelled step and the logit for right.
 *
 * @param example index of its example
 * @param step index in the example
 * @param right P(right) as labelled
 * @param decided whether the logit is the linear model's alone, calibrated as it is
 * @param weight labels that it stands for; see {@link Example.Target}
 */
public record ScoredStep(
    int example, int step, double logit, boolean decided, double right, double weight) {
  /** With another logit. */
  public ScoredStep with(double other) {
    return new ScoredStep(example, step, other, decided, right, weight);
  }

  public ScoredStep {
    if (!Double.isFinite(logit)) throw new IllegalArgumentException("a logit is finite");
    if (!(right >= 0 && right <= 1)) throw new IllegalArgumentException("right is in [0, 1]");
    if (!(weight >= 0)) throw new IllegalArgumentException("a weight is 0 or more");
  }
}
