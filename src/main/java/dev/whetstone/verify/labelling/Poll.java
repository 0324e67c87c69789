package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;

/** The meta-checks of one analysis so far. */
public record Poll(Analysis analysis, int confirmed, int refuted) {
  public Poll {
    if (confirmed < 0 || refuted < 0)
      throw new IllegalArgumentException(confirmed + " for, " + refuted + " against");
  }

  Poll plus(boolean confirms) {
    return confirms
        ? new Poll(analysis, confirmed + 1, refuted)
        : new Poll(analysis, confirmed, refuted + 1);
  }
}
