package dev.whetstone.training.promotion;

/** What a version of a hosted verifier does. */
public enum State {
  /** It waits to be measured. */
  CANDIDATE,
  SERVING,
  /** It was measured, and is kept without serving. */
  KEPT,
  /** It served until a better one came, and serves again if that one is rolled back. */
  REPLACED,
  /** It served, and was found wanting: it never serves again. */
  ROLLED_BACK
}
