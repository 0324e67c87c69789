package dev.whetstone.verify.proof.issue;

import java.util.Objects;

/**
 * An issue, and what could be found out about it.
 *
 * @param why in our words
 */
public record CheckedIssue(Issue issue, Finding finding, String why) {
  public CheckedIssue {
    Objects.requireNonNull(issue);
    Objects.requireNonNull(finding);
    Objects.requireNonNull(why);
  }
}
