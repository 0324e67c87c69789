package dev.whetstone.verify.proof.issue;

import java.util.Locale;
import java.util.Optional;

/** What kind of flaw an issue says there is. */
public enum Claim {
  /** The solution tells the problem, or itself, otherwise than it is. */
  RESTATEMENT,
  /** It computes wrongly. */
  ARITHMETIC,
  /** It puts in, or transforms, wrongly. */
  SUBSTITUTION,
  /** A step does not follow. */
  LOGIC,
  /** Something is left out. */
  COMPLETENESS,
  /** It is not in the form that was asked for. */
  FORMAT;

  /** Whether it can be about what is not there, and so have nothing to quote. */
  boolean mayQuoteNothing() {
    return this == COMPLETENESS || this == FORMAT;
  }

  static Optional<Claim> read(String word) {
    for (Claim claim : values())
      if (claim.name().equals(word.strip().toUpperCase(Locale.ROOT))) return Optional.of(claim);
    return Optional.empty();
  }
}
