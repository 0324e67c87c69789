package dev.whetstone.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a scorer says of one derivation.
 *
 * @param steps P(step is right) for each step, calibrated, in [0, 1]; empty where the model scores
 *     the whole alone
 * @param firstError index of the first wrong step by the model's threshold, from 0; empty for none
 * @param whole P(no step is wrong), in [0, 1]
 * @param score the whole on {0, 1/2, 1}, by the thresholds of the model's card
 * @param critiques the flaws it points at, most confident first
 */
public record Reading(
    List<Double> steps,
    OptionalInt firstError,
    double whole,
    double score,
    List<Critique> critiques) {
  public Reading {
    steps = List.copyOf(steps);
    critiques = List.copyOf(critiques);
    steps.forEach(p -> requireProbability("a step's score", p));
    requireProbability("the whole's score", whole);
    if (score != 0 && score != 0.5 && score != 1)
      throw new IllegalArgumentException("a score is 0, 1/2 or 1, not " + score);
  }

  /** NaN is refused with the rest. */
  private static void requireProbability(String what, double p) {
    if (!(p >= 0 && p <= 1))
      throw new IllegalArgumentException(what + " lies between 0 and 1, not " + p);
  }
}
