package dev.whetstone.rollout;

/** A question that was proposed word for word, with its confirmed answer. */
public record Posed(String question, String answer) {
  /** Stands where another task's identity has its family's version: no family made this one. */
  static final String VERSION = "posed";
}
