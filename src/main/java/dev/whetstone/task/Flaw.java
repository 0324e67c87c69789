package dev.whetstone.task;

/** The ways in which one step of a worked solution is broken on purpose. */
public enum Flaw {
  /** The operation is right, its result is not; later steps build on the wrong result. */
  WRONG_ARITHMETIC,
  /** A value is used that does not belong there. */
  WRONG_OPERAND,
  /** A case, item or step is left out. */
  SKIPPED_CASE,
  /** The rule applied is not the one that holds. */
  WRONG_RULE,
  /** The step is wrong, and all that follows is as if it were right. */
  RIGHT_AFTER_WRONG
}
