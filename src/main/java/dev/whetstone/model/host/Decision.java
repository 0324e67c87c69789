package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Critique;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Reading;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** From a network's logits to a reading, by the calibration and the thresholds of its card. */
record Decision(Card card) {
  /** The calibrated probability of right; a logit that is no number is the model's fault. */
  double probability(double logit) {
    if (!Double.isFinite(logit))
      throw new ModelFault(card.id() + ": its output is " + logit + ", no finite number");
    Card.Calibration calibration = card.calibration();
    return 1 / (1 + Math.exp(-(calibration.slope() * logit + calibration.offset())));
  }

  Reading whole(double probability) {
    return reading(List.of(), OptionalInt.empty(), probability, List.of());
  }

  /** The whole is right if every step is: the product, as if their errors were independent. */
  Reading steps(List<Double> steps, List<Critique> critiques) {
    return reading(
        steps, firstError(steps), steps.stream().reduce(1.0, (a, b) -> a * b), critiques);
  }

  OptionalInt firstError(List<Double> steps) {
    double least = card.thresholds().step();
    return IntStream.range(0, steps.size()).filter(i -> steps.get(i) < least).findFirst();
  }

  private Reading reading(
      List<Double> steps, OptionalInt firstError, double whole, List<Critique> critiques) {
    Card.Thresholds thresholds = card.thresholds();
    double score = whole >= thresholds.full() ? 1 : whole >= thresholds.half() ? 0.5 : 0;
    return new Reading(steps, firstError, whole, score, critiques);
  }
}
