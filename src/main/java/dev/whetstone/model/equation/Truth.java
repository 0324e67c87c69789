package dev.whetstone.model.equation;

/** What recomputing an equation says of it. */
public enum Truth {
  /** Both sides are closed numbers, and the relation between them holds. */
  HOLDS,
  /** Both sides are closed numbers, and the relation between them does not hold. */
  FAILS,
  /** Both sides have the same variables and are equal for all values of them. */
  IDENTITY,
  /** Both sides have the same variables and differ for some value of them. */
  NO_IDENTITY
}
