package dev.whetstone.verify.proof;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import java.util.List;
import java.util.Objects;

/** What one sample of a judge says of a proof; a failure of ours is {@link Unassessed}. */
public sealed interface Assessment {
  /**
   * @param issues read of it, each checked
   * @param unreadable issues that could not be read
   * @param metaAtMost how good the analysis can be at best, by what was checked of it
   */
  record Assessed(Analysis analysis, List<CheckedIssue> issues, int unreadable, Score metaAtMost)
      implements Assessment {
    public Assessed {
      Objects.requireNonNull(analysis);
      Objects.requireNonNull(metaAtMost);
      issues = List.copyOf(issues);
    }
  }

  /**
   * @param detail for the client; never the candidate's text
   */
  record Unassessed(Why why, String detail) implements Assessment {
    public Unassessed {
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
    /** It ran out of tokens. */
    CUT_OFF,
    /** Its answer breaks the format. */
    UNREADABLE
  }
}
