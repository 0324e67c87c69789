package dev.whetstone.verify.labelling.expected;

import dev.whetstone.verify.labelling.Panel;

/**
 * What one analysis and one check do, each independently of all others.
 *
 * @param detection d, how often an analysis of a flawed proof raises a true issue
 * @param falseAlarm φ, how often an analysis of any proof raises false issues only
 * @param zeroShare how often an analysis that raises an issue gives 0, and not 1/2
 * @param confirmsTrue how often a check confirms a true issue
 * @param confirmsFalse how often a check confirms a false one
 */
public record Rates(
    double detection,
    double falseAlarm,
    double zeroShare,
    double confirmsTrue,
    double confirmsFalse) {
  public Rates {
    requireShare("detection", detection);
    requireShare("falseAlarm", falseAlarm);
    requireShare("detection + falseAlarm", detection + falseAlarm);
    requireShare("zeroShare", zeroShare);
    requireShare("confirmsTrue", confirmsTrue);
    requireShare("confirmsFalse", confirmsFalse);
  }

  /** How often an analysis claims issues. */
  public double claims(boolean flawed) {
    return (flawed ? detection : 0) + falseAlarm;
  }

  /** r_flawed = d·M1 + φ·M0 or r_correct = φ·M0: how often an analysis is valid. */
  public double valid(boolean flawed, Panel panel) {
    return (flawed ? detection * panel.accepts(confirmsTrue) : 0)
        + falseAlarm * panel.accepts(confirmsFalse);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException(name + " lies between 0 and 1, not " + value);
  }
}
