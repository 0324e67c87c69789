package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.source.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A new version's card, as it grows. */
record NewCard(Card card) {
  /** With the logit as it is, and nothing measured. */
  static NewCard of(Recipe recipe, String version, int positions, List<Card.Data> data) {
    return new NewCard(
        new Card(
            recipe.model(),
            version,
            Card.Role.STEPS,
            Card.Format.WHETSTONE,
            recipe.description(),
            Optional.of(recipe.start()),
            recipe.licence(),
            data,
            Map.of(),
            new Card.Inputs(positions, Optional.empty(), true),
            new Card.Thresholds(Optional.empty(), 0.5, 0.5),
            new Card.Calibration(1, 0),
            Kinds.NAMES,
            Map.of(),
            List.of()));
  }

  NewCard with(Card.Calibration calibration, Card.Thresholds thresholds) {
    return with(calibration, thresholds, card.metrics(), card.golden());
  }

  NewCard with(List<Card.Golden> golden, Map<String, Map<String, Double>> metrics) {
    return with(card.calibration(), card.thresholds(), metrics, golden);
  }

  private NewCard with(
      Card.Calibration calibration,
      Card.Thresholds thresholds,
      Map<String, Map<String, Double>> metrics,
      List<Card.Golden> golden) {
    return new NewCard(
        new Card(
            card.name(),
            card.version(),
            card.role(),
            card.format(),
            card.description(),
            card.parent(),
            card.licence(),
            card.data(),
            card.files(),
            card.inputs(),
            thresholds,
            calibration,
            card.kinds(),
            metrics,
            golden));
  }
}
