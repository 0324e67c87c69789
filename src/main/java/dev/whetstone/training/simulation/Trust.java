package dev.whetstone.training.simulation;

import dev.whetstone.verify.Reliability;

/** How far verdicts on one family's answers were true of late, as labels tell. */
final class Trust {
  /** What is left of the evidence after a round. */
  private static final double KEPT = 0.7;

  /** As if so many of each kind had been seen, half of them passed. */
  private static final double PRIOR = 2;

  private double right;
  private double rightPassed;
  private double wrong;
  private double wrongPassed;

  void add(boolean passed, boolean isWrong) {
    if (isWrong) {
      wrong++;
      if (passed) wrongPassed++;
    } else {
      right++;
      if (passed) rightPassed++;
    }
  }

  void fade() {
    right *= KEPT;
    rightPassed *= KEPT;
    wrong *= KEPT;
    wrongPassed *= KEPT;
  }

  Reliability reliability() {
    return new Reliability(
        (rightPassed + PRIOR / 2) / (right + PRIOR), (wrongPassed + PRIOR / 2) / (wrong + PRIOR));
  }
}
