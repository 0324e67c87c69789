package dev.whetstone.verify.proof.issue;

import java.util.Optional;
import java.util.OptionalInt;

/** An issue as written, of which nothing is sure. */
record IssueFields(String step, String quote, String claim, String severity, String reason) {
  private static final int MOST_DIGITS = 6;

  /** Empty where a field is none of what it may be, or too long. */
  Optional<Issue> issue(IssueLimits limits) {
    Optional<Claim> kind = Claim.read(claim);
    Optional<Severity> weight = Severity.read(severity);
    boolean fits = quote.length() <= limits.quote() && reason.length() <= limits.reason();
    if (kind.isEmpty() || weight.isEmpty() || !fits || !isStep()) return Optional.empty();
    if (quote.isBlank() && !kind.get().mayQuoteNothing()) return Optional.empty();
    return Optional.of(new Issue(index(), quote.strip(), kind.get(), weight.get(), reason.strip()));
  }

  private boolean isStep() {
    String digits = step.strip();
    return digits.length() <= MOST_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Prompts count steps from 1; 0 or nothing means the whole. */
  private OptionalInt index() {
    String digits = step.strip();
    int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number - 1);
  }
}
