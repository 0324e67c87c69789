package dev.whetstone.model;

/**
 * A flaw that a scorer points at, as data that can be checked.
 *
 * @param step index of the step, from 0
 * @param quote a part of that step, character for character; an equation that fails, if it has one
 * @param kind what kind of flaw it is, in the words of the model's card
 * @param confidence the probability that this step is wrong, in [0, 1]
 */
public record Critique(int step, String quote, String kind, double confidence) {
  /** An equation that does not hold. */
  public static final String WRONG_ARITHMETIC = "wrong_arithmetic";
}
