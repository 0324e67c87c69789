package dev.whetstone.verify.proof;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import java.util.List;
import java.util.Objects;

/**
 * What one sample of a judge says of a proof.
 *
 * @param issues read of it, each checked
 * @param unreadable issues that could not be read
 * @param metaAtMost how good the analysis can be at best, by what was checked of it
 */
public record Assessment(
    Analysis analysis, List<CheckedIssue> issues, int unreadable, Score metaAtMost) {
  public Assessment {
    Objects.requireNonNull(analysis);
    Objects.requireNonNull(metaAtMost);
    issues = List.copyOf(issues);
  }
}
