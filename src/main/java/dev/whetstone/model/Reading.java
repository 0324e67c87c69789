package dev.whetstone.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a scorer says of one derivation.
 *
 * @param steps P(step is right) for each step, calibrated, in [0, 1]; empty where the model scores
 *     the whole alone
 * @param firstError index of the likeliest first error, from 0; empty where by the model's
 *     thresholds there is none
 * @param whole P(no step is wrong), in [0, 1]
 * @param score the whole on {0, 1/2, 1}, by the thresholds of the model's card; 1 only where there
 *     is no first error
 * @param critiques the flaws it points at, most confident first
 */
public record Reading(
    List<Double> steps,
    OptionalInt firstError,
    double whole,
    double score,
    List<Critique> critiques) {
  private static final double SCORE_OF_WRONG = 0.5;

  public Reading {
    steps = List.copyOf(steps);
    critiques = List.copyOf(critiques);
    steps.forEach(p -> requireProbability("a step's score", p));
    requireProbability("the whole's score", whole);
    if (score != 0 && score != 0.5 && score != 1)
      throw new IllegalArgumentException("a score is 0, 1/2 or 1, not " + score);
  }

  /**
   * Of its steps' probabilities. The whole is right if every step is: the product, as if their
   * errors were independent. The solution is wrong if a step is below the card's threshold (without
   * one: if the whole is below full); the likeliest first error is named, which need not be that
   * step.
   */
  public static Reading of(
      List<Double> steps, List<Critique> critiques, Card.Thresholds thresholds) {
    double whole = steps.stream().reduce(1.0, (a, b) -> a * b);
    OptionalInt firstError =
        isWrong(steps, whole, thresholds) ? likeliestError(steps) : OptionalInt.empty();
    double score = thresholds.score(whole);
    double most = firstError.isPresent() ? SCORE_OF_WRONG : 1;
    return new Reading(steps, firstError, whole, Math.min(score, most), critiques);
  }

  private static boolean isWrong(List<Double> steps, double whole, Card.Thresholds thresholds) {
    return thresholds
        .step()
        .map(least -> steps.stream().anyMatch(p -> p < least))
        .orElse(whole < thresholds.full());
  }

  /** The step i of greatest (1 - p_i) p_0 ... p_(i-1): wrong, and none before it. */
  public static OptionalInt likeliestError(List<Double> steps) {
    int likeliest = -1;
    double most = -1;
    double before = 1;
    for (int i = 0; i < steps.size(); i++) {
      double first = before * (1 - steps.get(i));
      if (first > most) {
        most = first;
        likeliest = i;
      }
      before *= steps.get(i);
    }
    return likeliest < 0 ? OptionalInt.empty() : OptionalInt.of(likeliest);
  }

  /** NaN is refused with the rest. */
  private static void requireProbability(String what, double p) {
    if (!(p >= 0 && p <= 1))
      throw new IllegalArgumentException(what + " lies between 0 and 1, not " + p);
  }
}
