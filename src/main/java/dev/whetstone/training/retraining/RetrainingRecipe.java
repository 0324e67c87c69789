package dev.whetstone.training.retraining;

import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a retraining is made by: the version that serves learns what is new, each step once, beside
 * a replay of what the recipe names.
 *
 * @param replayed the recipe as it was written
 * @param sets of labels that are new, with what they weigh, in the order of their worth
 * @param outcomes the latest, at most
 * @param outcomeWeight of their steps
 * @param replayWeight times what the recipe's sources weigh
 * @param heldOut sets whose problems for testing decide whether the new version serves
 */
record RetrainingRecipe(
    Recipe replayed,
    Map<String, Double> sets,
    int outcomes,
    double outcomeWeight,
    double replayWeight,
    List<String> heldOut) {
  /**
   * @param start the version that serves
   * @param id stands in the new version's description, so that it is found again
   * @throws IllegalArgumentException if the recipe trains nothing
   */
  Recipe of(String start, UUID id) {
    return new Recipe(
        replayed.model(),
        replayed.description() + mark(id),
        replayed.licence(),
        start,
        Optional.empty(),
        Optional.empty(),
        sources(),
        replayed.validation(),
        replayed.benchmark(),
        Optional.of(heldOut),
        replayed.fit());
  }

  /** What the description of a version ends with that comes of this retraining. */
  static String mark(UUID id) {
    return " (Retraining " + id + ")";
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    sets.forEach((set, weight) -> sources.add(fresh(Optional.of(set), Optional.empty(), weight)));
    sources.add(fresh(Optional.empty(), Optional.of(outcomes), outcomeWeight));
    for (Source source : replayed.train()) if (isOld(source)) sources.add(replay(source));
    return sources;
  }

  private boolean isOld(Source source) {
    return source.outcomes().isEmpty() && !source.labels().map(sets::containsKey).orElse(false);
  }

  private static Source fresh(Optional<String> labels, Optional<Integer> outcomes, double weight) {
    return new Source(
        labels,
        Optional.empty(),
        Optional.empty(),
        outcomes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(weight),
        Optional.of(true));
  }

  private Source replay(Source source) {
    return new Source(
        source.labels(),
        source.broken(),
        source.families(),
        source.outcomes(),
        source.except(),
        source.examples(),
        source.wideExamples(),
        source.repeat(),
        Optional.of(source.weight().orElse(1.0) * replayWeight),
        source.once());
  }
}
