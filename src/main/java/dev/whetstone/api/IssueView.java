package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Issue;
import java.util.List;
import java.util.Locale;

/**
 * A flaw that an analysis points at.
 *
 * @param step from 0; left out where it is about the whole
 * @param finding what is known of it without a model: refuted, confirmed or open
 * @param why in our words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssueView(
    Integer step,
    String quote,
    String claim,
    String severity,
    String reason,
    String finding,
    String why) {
  static List<IssueView> all(List<CheckedIssue> issues) {
    return issues.stream().map(IssueView::of).toList();
  }

  private static IssueView of(CheckedIssue checked) {
    Issue issue = checked.issue();
    return new IssueView(
        issue.step().isPresent() ? issue.step().getAsInt() : null,
        issue.quote(),
        word(issue.claim()),
        word(issue.severity()),
        issue.reason(),
        word(checked.finding()),
        checked.why());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
