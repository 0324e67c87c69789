package dev.whetstone.verify.proof;

import dev.whetstone.verify.proof.Assessment.Why;
import java.util.Objects;

/** What one sample of a meta-judge says of an evaluation. */
public sealed interface Rating {
  /** Its analysis and score. */
  record Rated(Analysis analysis) implements Rating {
    public Rated {
      Objects.requireNonNull(analysis);
    }
  }

  /**
   * @param detail for the client; never a candidate's text
   */
  record Unrated(Why why, String detail) implements Rating {
    public Unrated {
      Objects.requireNonNull(why);
      Objects.requireNonNull(detail);
    }
  }
}
