package dev.whetstone.verify.proof.issue;

/** What is known of an issue without asking a model. */
public enum Finding {
  /** It is not so. */
  REFUTED,
  /** It is so. */
  CONFIRMED,
  /** Only a reader can tell. */
  OPEN
}
