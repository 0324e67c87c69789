package dev.whetstone.model.text;

/** Where a number of a step comes from, as far as one can see without understanding. */
public enum Origin {
  /** It stands in the problem. */
  PROBLEM,
  /** It stands in an earlier step. */
  EARLIER,
  /** It is the sum, difference, product or quotient of two that stand before it. */
  DERIVED,
  /** None of these. */
  NEW
}
