package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Score;

/** What becomes of a proof. */
public sealed interface Label {
  /** It gets a score. */
  record Labelled(Score score) implements Label {}

  /** It teaches nothing. */
  record Discarded(Why why) implements Label {}

  /** A person is to read it. */
  record Human(Why why) implements Label {}

  /** Why there is no score. */
  enum Why {
    /** Some valid issues, too few for a label. */
    CONTESTED,
    /** Calls failed more often than the budget allows. */
    UNJUDGED
  }

  /** A contested proof goes to a person iff it is worth one. */
  static Label contested(boolean isWorthAPerson) {
    return isWorthAPerson ? new Human(Why.CONTESTED) : new Discarded(Why.CONTESTED);
  }
}
