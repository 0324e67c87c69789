package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Critique;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Reading;
import dev.whetstone.model.wide.Prior;
import java.util.List;
import java.util.OptionalInt;

/** From a network's logits to a reading, by the calibration and the thresholds of its card. */
record Decision(Card card) {
  /** The calibrated probability of right; a logit that is no number is the model's fault. */
  double probability(double logit) {
    requireFinite(logit);
    Card.Calibration calibration = card.calibration();
    return sigmoid(calibration.slope() * logit + calibration.offset());
  }

  /** What the linear model decides is near 0 or 1, and is taken as the model says it. */
  double probability(Prior prior, double output) {
    requireFinite(output);
    return prior.decides() ? sigmoid(prior.logit()) : probability(prior.with(output));
  }

  private void requireFinite(double output) {
    if (!Double.isFinite(output))
      throw new ModelFault(card.id() + ": its output is " + output + ", no finite number");
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  Reading whole(double probability) {
    double score = card.thresholds().score(probability);
    return new Reading(List.of(), OptionalInt.empty(), probability, score, List.of());
  }

  Reading steps(List<Double> steps, List<Critique> critiques) {
    return Reading.of(steps, critiques, card.thresholds());
  }
}
