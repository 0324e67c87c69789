package dev.whetstone.verify.labelling;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * How an analysis that claims issues is checked: it is valid iff more than half of the checks
 * confirm it.
 *
 * @param checks m, meta-checks of each such analysis; with 0 every analysis is valid
 * @param stopsAtMajority whether checks end as soon as the majority is certain, which moves no vote
 */
public record Panel(int checks, boolean stopsAtMajority) {
  public Panel {
    if (checks < 0) throw new IllegalArgumentException(checks + " checks");
  }

  /** M = P(Bin(m, confirms) > m/2): how often an analysis whose checks confirm so is valid. */
  public double accepts(double confirms) {
    return checks == 0
        ? 1
        : 1 - new BinomialDistribution(checks, confirms).cumulativeProbability(checks / 2);
  }

  boolean isSettled(int confirmed, int refuted) {
    if (confirmed + refuted == checks) return true;
    return stopsAtMajority && (isValid(confirmed) || 2 * refuted >= checks);
  }

  boolean isValid(int confirmed) {
    return checks == 0 || 2 * confirmed > checks;
  }
}
