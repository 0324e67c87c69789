package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Critique;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Reading;
import java.util.List;
import java.util.OptionalInt;

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
    double score = card.thresholds().score(probability);
    return new Reading(List.of(), OptionalInt.empty(), probability, score, List.of());
  }

  Reading steps(List<Double> steps, List<Critique> critiques) {
    return Reading.of(steps, critiques, card.thresholds());
  }
}
