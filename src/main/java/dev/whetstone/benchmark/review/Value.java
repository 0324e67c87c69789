package dev.whetstone.benchmark.review;

/**
 * What a person's label is worth: value = E|y - label| · effect, where y ∈ {0, 1} says whether no
 * step is wrong, and E|y - label| = p (1 - label) + (1 - p) label with p = P(y = 1). A label that
 * is its own posterior is expected to change by 2 p (1 - p).
 *
 * @param label P(no step is wrong) as it is in use now, in [0, 1]; 1 where a reward took it for
 *     right
 * @param posterior p, P(no step is wrong) by all that is known, in [0, 1]
 * @param effect what hangs on the label, at least 0: the rewards that it flips, or the weight in
 *     training; in one unit for all
 */
public record Value(double label, double posterior, double effect) {
  public Value {
    requireShare("label", label);
    requireShare("posterior", posterior);
    if (!(effect >= 0 && Double.isFinite(effect)))
      throw new IllegalArgumentException("an effect of " + effect);
  }

  /** Where nobody has used the label yet: it is its posterior. */
  public static Value undecided(double posterior, double effect) {
    return new Value(posterior, posterior, effect);
  }

  /** E|y - label|, in [0, 1]. */
  public double expectedChange() {
    return posterior * (1 - label) + (1 - posterior) * label;
  }

  public double value() {
    return expectedChange() * effect;
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException(name + " lies between 0 and 1, not " + value);
  }
}
