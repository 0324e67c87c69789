package dev.whetstone.verify.proof;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * The rubric of meta-verification (DeepSeekMath-V2, prompt A.3), as far as it needs no model: how
 * good an analysis can be at best, and is at least, given what was found of its issues.
 */
public final class MetaRubric {
  private MetaRubric() {}

  /**
   * 0 if all issues are refuted, 1/2 if some are or the score is not what the issues leave, else 1;
   * an analysis without issues has none that are wrong.
   *
   * @param unreadable issues beside these, any of which may be real
   */
  public static Score atMost(List<CheckedIssue> issues, int unreadable, Score given) {
    long refuted = issues.stream().filter(MetaRubric::isRefuted).count();
    if (refuted > 0) return refuted == issues.size() && unreadable == 0 ? Score.ZERO : Score.HALF;
    return given == left(issues) ? Score.ONE : Score.HALF;
  }

  /** 1/2 where an issue was recomputed and is so, whatever else is said of it; else 0. */
  public static Score atLeast(List<CheckedIssue> issues) {
    return issues.stream().anyMatch(MetaRubric::isConfirmed) ? Score.HALF : Score.ZERO;
  }

  /** Whether the issues that were recomputed and are so call for so low a score by themselves. */
  static boolean isConfirmed(List<CheckedIssue> issues, Score given) {
    List<CheckedIssue> confirmed = issues.stream().filter(MetaRubric::isConfirmed).toList();
    return given.claimsIssues() && left(confirmed).compareTo(given) <= 0;
  }

  /** Whether so low a score is still called for without the issues that are refuted. */
  static boolean isLeft(List<CheckedIssue> issues, Score given) {
    List<CheckedIssue> rest = issues.stream().filter(issue -> !isRefuted(issue)).toList();
    return rest.size() == issues.size() || left(rest).compareTo(given) <= 0;
  }

  private static boolean isRefuted(CheckedIssue issue) {
    return issue.finding() == Finding.REFUTED;
  }

  private static boolean isConfirmed(CheckedIssue issue) {
    return issue.finding() == Finding.CONFIRMED;
  }

  /** The score that issues of such severity leave: the least of what each leaves. */
  private static Score left(List<CheckedIssue> issues) {
    return issues.stream()
        .map(checked -> left(checked.issue().severity()))
        .min(Comparator.naturalOrder())
        .orElse(Score.ONE);
  }

  private static Score left(Severity severity) {
    return switch (severity) {
      case MINOR -> Score.HALF;
      case FATAL -> Score.ZERO;
    };
  }
}
