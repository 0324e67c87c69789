package dev.whetstone.verify.proof.issue;

import java.util.Locale;
import java.util.Optional;

/** What an issue means for the score. */
public enum Severity {
  /** A slip, or a gap that can be filled. */
  MINOR,
  /** The proof fails by it. */
  FATAL;

  static Optional<Severity> read(String word) {
    for (Severity severity : values())
      if (severity.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        return Optional.of(severity);
    return Optional.empty();
  }
}
