package dev.whetstone.verify.labelling;

/** What comes back from one question to a verifier; {@link Unjudged} is a failure, not a vote. */
public sealed interface Reply<T> {
  /** A vote. */
  record Judged<T>(T value) implements Reply<T> {}

  /**
   * @param reason what failed: a timeout, a full queue, an answer that could not be read
   */
  record Unjudged<T>(String reason) implements Reply<T> {}
}
