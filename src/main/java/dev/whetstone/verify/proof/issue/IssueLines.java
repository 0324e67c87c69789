package dev.whetstone.verify.proof.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads issues of lines {@code ISSUE | step 3 | arithmetic | fatal | "2 + 2 = 5" | reason}. */
final class IssueLines {
  private static final String LEAD = "ISSUE |";
  private static final String STEP = "step ";
  private static final int NAMED = 3;

  private IssueLines() {}

  static IssueList in(String analysis, IssueLimits limits) {
    List<Optional<Issue>> issues = new ArrayList<>();
    analysis
        .lines()
        .map(IssueLines::withoutBullet)
        .filter(line -> line.startsWith(LEAD))
        .forEach(line -> issues.add(issue(line.substring(LEAD.length()), limits)));
    return IssueList.of(issues, limits);
  }

  private static String withoutBullet(String line) {
    String bare = line.strip();
    return bare.startsWith("- ") || bare.startsWith("* ") ? bare.substring(2).strip() : bare;
  }

  private static Optional<Issue> issue(String line, IssueLimits limits) {
    List<String> named = new ArrayList<>();
    int at = 0;
    while (named.size() < NAMED) {
      int bar = line.indexOf('|', at);
      if (bar < 0) return Optional.empty();
      named.add(line.substring(at, bar).strip());
      at = bar + 1;
    }
    String rest = line.substring(at).strip();
    int close = closing(rest);
    if (close < 0) return Optional.empty();
    return new IssueFields(
            step(named.get(0)),
            rest.substring(1, close),
            named.get(1),
            named.get(2),
            reason(rest.substring(close + 1)))
        .issue(limits);
  }

  /** Where the quote ends: a bar may stand in it, and a quotation mark, but not one after other. */
  private static int closing(String rest) {
    if (!rest.startsWith("\"")) return -1;
    for (int at = rest.indexOf('"', 1); at >= 0; at = rest.indexOf('"', at + 1)) {
      int next = at + 1;
      while (next < rest.length() && rest.charAt(next) == ' ') next++;
      if (next == rest.length() || rest.charAt(next) == '|') return at;
    }
    return -1;
  }

  private static String reason(String rest) {
    String bare = rest.strip();
    return bare.startsWith("|") ? bare.substring(1).strip() : bare;
  }

  private static String step(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    if (lower.equals("whole")) return "";
    return lower.startsWith(STEP) ? lower.substring(STEP.length()).strip() : lower;
  }
}
