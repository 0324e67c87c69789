package dev.whetstone.model.equation;

/** A piece of text that is no expression, or one beyond the bounds. */
final class NotUnderstood extends RuntimeException {
  NotUnderstood(String what) {
    super(what, null, false, false);
  }
}
