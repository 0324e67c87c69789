package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.IssueChecks;
import dev.whetstone.verify.proof.issue.IssueLimits;
import dev.whetstone.verify.proof.issue.IssueList;
import java.util.List;
import java.util.Objects;

/**
 * What one sample of a judge says of a proof.
 *
 * @param issues read of it, each checked
 * @param unreadable issues that could not be read
 */
public record Assessment(Analysis analysis, List<CheckedIssue> issues, int unreadable) {
  public Assessment {
    Objects.requireNonNull(analysis);
    issues = List.copyOf(issues);
  }

  /** An analysis with its issues read and checked; asks no model. */
  static Assessment of(Derivation derivation, Analysis analysis, IssueLimits limits) {
    IssueList read = IssueList.in(analysis.text(), limits);
    return new Assessment(
        analysis, new IssueChecks(derivation).of(read.issues()), read.unreadable());
  }

  /** How good the analysis can be at best, by what was checked of it. */
  public Score metaAtMost() {
    return MetaRubric.atMost(issues, unreadable, analysis.score());
  }

  /** How good it is at least, by the same. */
  public Score metaAtLeast() {
    return MetaRubric.atLeast(issues);
  }

  /** Whether what was recomputed of it calls for its score, so nobody need be asked. */
  public boolean isConfirmed() {
    return MetaRubric.isConfirmed(issues, analysis.score());
  }

  /** Whether its score rests on anything but what was refuted. */
  public boolean stands() {
    return unreadable > 0 || MetaRubric.isLeft(issues, analysis.score());
  }
}
