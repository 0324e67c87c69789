package dev.whetstone.model.wide;

/**
 * What is said of a step before a network reads it.
 *
 * @param logit log odds of right
 * @param decides whether that is the last word: of a step of a known template the notes alone tell
 *     where they are sure, but that it is wrong only if nothing new is noted of it or an equation
 *     fails; else the network's logit is added
 */
public record Prior(double logit, boolean decides) {
  /** Says 1/2, and leaves the rest to the network. */
  public static final Prior NONE = new Prior(0, false);

  public Prior {
    if (!Double.isFinite(logit)) throw new IllegalArgumentException("a logit is finite");
  }

  /** With what a network says of it. */
  public double with(double output) {
    return decides ? logit : logit + output;
  }
}
