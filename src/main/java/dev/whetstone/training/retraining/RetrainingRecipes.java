package dev.whetstone.training.retraining;

import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.labelling.LabellingSettings;
import dev.whetstone.benchmark.review.ReviewRules;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.training.promotion.Archive;
import dev.whetstone.training.promotion.Grounds;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The recipes of retrainings, from the one that is configured and what there is to learn. */
@ApplicationScoped
class RetrainingRecipes {
  private final AgroalDataSource database;
  private final RetrainingSettings settings;
  private final PromotionSettings promotion;
  private final String reviewed;
  private final String labelled;

  RetrainingRecipes(
      AgroalDataSource database,
      RetrainingSettings settings,
      PromotionSettings promotion,
      ReviewRules review,
      LabellingSettings labelling) {
    this.database = database;
    this.settings = settings;
    this.promotion = promotion;
    this.reviewed = review.set();
    this.labelled = labelling.set();
  }

  /** Sets that the server itself labels, by people or without. */
  List<String> sets() {
    return List.of(reviewed, labelled);
  }

  /**
   * @param verifier whose versions it must make
   * @param version that serves
   * @throws InvalidRecipe if the configured one is none, or makes versions of another model
   */
  Recipe of(String verifier, String version, UUID id) throws InvalidRecipe {
    try {
      List<String> heldOut = new Grounds(database, promotion).humanSets();
      return of(verifier, version, id, learnable(verifier), heldOut);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /**
   * @throws InvalidRecipe as the first retraining would
   */
  void check(String verifier) throws InvalidRecipe {
    var unused = of(verifier, "1", new UUID(0, 0), Map.of(), List.of());
  }

  private Recipe of(
      String verifier, String version, UUID id, Map<String, Double> sets, List<String> heldOut)
      throws InvalidRecipe {
    Recipe replayed = RecipeFile.read(settings.recipe());
    if (!replayed.model().equals(verifier))
      throw new InvalidRecipe(
          "model", "is %s, and %s serves".formatted(replayed.model(), verifier));
    try {
      return new RetrainingRecipe(
              replayed,
              sets,
              settings.outcomes(),
              settings.weights().outcomes(),
              settings.weights().replay(),
              heldOut)
          .of(verifier + "@" + version, id);
    } catch (IllegalArgumentException e) {
      throw new InvalidRecipe(e.getMessage(), e);
    }
  }

  /** People's labels count before machines', and both before an answer's grade. */
  private Map<String, Double> learnable(String verifier) throws SQLException {
    Map<String, Double> sets = new LinkedHashMap<>();
    sets.put(reviewed, settings.weights().reviewed());
    sets.put(labelled, settings.weights().labelled());
    sets.put(Archive.SETS + verifier, settings.weights().archive());
    List<String> there =
        new Labels(database)
            .sets().stream().filter(set -> set.split() == Split.TRAIN).map(LabelSet::name).toList();
    sets.keySet().retainAll(there);
    return sets;
  }
}
