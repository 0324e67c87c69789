package dev.whetstone.verify.proof;

import java.util.Objects;

/** What comes back from one question to a judge; {@link Unjudged} is a failure, not a vote. */
public sealed interface Reply<T> {
  /** What it says. */
  record Judged<T>(T value) implements Reply<T> {
    public Judged {
      Objects.requireNonNull(value);
    }
  }

  /**
   * @param detail for the client; never the candidate's text
   */
  record Unjudged<T>(Why why, String detail) implements Reply<T> {
    public Unjudged {
      Objects.requireNonNull(why);
      Objects.requireNonNull(detail);
    }
  }

  /** Why nothing is said; never the candidate's loss. */
  enum Why {
    /** More than a prompt may be. */
    TOO_LONG,
    /** The model did not answer. */
    UNANSWERED,
    /** The model's server will not answer this, now or later. */
    REFUSED,
    /** It ran out of tokens. */
    CUT_OFF,
    /** Its answer breaks the format. */
    UNREADABLE,
    /** What it finds wrong is not so. */
    REFUTED
  }
}
