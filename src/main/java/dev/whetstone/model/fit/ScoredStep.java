package dev.whetstone.model.fit;

/**
 * A labelled step and the network's logit for right.
 *
 * @param example index of its example
 * @param step index in the example
 * @param right P(right) as labelled
 * @param weight labels that it stands for; see {@link Example.Target}
 */
public record ScoredStep(int example, int step, double logit, double right, double weight) {
  public ScoredStep {
    if (!Double.isFinite(logit)) throw new IllegalArgumentException("a logit is finite");
    if (!(right >= 0 && right <= 1)) throw new IllegalArgumentException("right is in [0, 1]");
    if (!(weight >= 0)) throw new IllegalArgumentException("a weight is 0 or more");
  }
}
