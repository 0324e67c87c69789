package dev.whetstone.verify.labelling;

import java.util.List;

/**
 * One reading of a whole proof.
 *
 * @param issues what it finds wrong; at least one below {@link Score#ONE}, remarks at ONE
 */
public record Analysis(Score score, List<String> issues) {
  public Analysis {
    issues = List.copyOf(issues);
    if (score.claimsIssues() && issues.isEmpty())
      throw new IllegalArgumentException("a score of " + score.value() + " names no issue");
  }

  /** An analysis that finds nothing wrong. */
  public static Analysis clean() {
    return new Analysis(Score.ONE, List.of());
  }
}
