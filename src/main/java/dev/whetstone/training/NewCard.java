package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.source.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A new version's card before anything is measured. */
final class NewCard {
  private NewCard() {}

  /** With the logit as it is. */
  static Card of(Recipe recipe, String version, int positions, List<Card.Data> data) {
    return new Card(
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
        List.of());
  }
}
