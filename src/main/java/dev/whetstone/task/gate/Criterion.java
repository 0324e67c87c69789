package dev.whetstone.task.gate;

/** What the gate asks of a task, in this order. */
public enum Criterion {
  /** The question is one of its family. */
  READABLE,
  /** It has an answer. */
  SOLVABLE,
  /** It has no second answer, where its family promises one alone. */
  UNIQUE,
  /** A second solver, which shares no code with the family, comes to the same answer. */
  CONFIRMED,
  /** It is no near-duplicate of an earlier one. */
  NEW,
  /** Neither its answer nor a value on the way to it stands in the text. */
  SEALED
}
