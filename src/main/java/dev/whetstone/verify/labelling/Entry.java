package dev.whetstone.verify.labelling;

import static java.util.Objects.requireNonNull;

import dev.whetstone.verify.proof.Analysis;

/** One call and what came of it. */
public sealed interface Entry {
  /** A vote on the proof. */
  record Analysed(Analysis analysis) implements Entry {
    public Analysed {
      requireNonNull(analysis, "analysis");
    }
  }

  /** A vote on the analysis before it. */
  record Checked(boolean confirms) implements Entry {}

  /** No vote; the same question is asked again within the budget. */
  record Failed(String reason) implements Entry {
    public Failed {
      requireNonNull(reason, "reason");
    }
  }
}
