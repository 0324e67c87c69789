package dev.whetstone.verify.proof;

/**
 * A response that keeps its format, or breaks it. A break is the writer's loss where the writer is
 * trained (R_format = 0), and no verdict at all where the writer is our judge.
 */
public sealed interface Formatted<T> {
  /** The format is kept, and this was read. */
  record Kept<T>(T value) implements Formatted<T> {}

  /**
   * @param why in our words
   */
  record Broken<T>(String why) implements Formatted<T> {}
}
