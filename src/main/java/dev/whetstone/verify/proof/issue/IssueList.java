package dev.whetstone.verify.proof.issue;

import java.util.List;
import java.util.Optional;

/**
 * The issues of one analysis: its lines that begin with {@code ISSUE |}.
 *
 * @param unreadable entries that could not be read, or were too many
 */
public record IssueList(List<Issue> issues, int unreadable) {
  public IssueList {
    issues = List.copyOf(issues);
    if (unreadable < 0) throw new IllegalArgumentException("fewer than none");
  }

  /** Linear in the text; never throws. */
  public static IssueList in(String analysis, IssueLimits limits) {
    return IssueLines.in(analysis, limits);
  }

  static IssueList of(List<Optional<Issue>> entries, IssueLimits limits) {
    List<Issue> read = entries.stream().limit(limits.most()).flatMap(Optional::stream).toList();
    return new IssueList(read, entries.size() - read.size());
  }
}
