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
    /** Valid issues too few for a label, or refuted ones too many for a 1. */
    CONTESTED,
    /** Calls failed more often than the budget allows. */
    UNJUDGED
  }

  /** 1 where most analyses say so; where only their refutation would, a person is to read it. */
  static Label one(Tally tally) {
    return tally.isMostlyOne() ? new Labelled(Score.ONE) : new Human(Why.CONTESTED);
  }

  /** A contested proof goes to a person iff it is worth one. */
  static Label contested(boolean isWorthAPerson) {
    return isWorthAPerson ? new Human(Why.CONTESTED) : new Discarded(Why.CONTESTED);
  }
}
