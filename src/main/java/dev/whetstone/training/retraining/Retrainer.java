package dev.whetstone.training.retraining;

import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.labelling.LabellingSettings;
import dev.whetstone.benchmark.review.ReviewRules;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.training.promotion.Archive;
import dev.whetstone.training.promotion.Grounds;
import dev.whetstone.training.promotion.History;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides whether a new version of the step verifier is to be trained, and from what. */
@ApplicationScoped
public class Retrainer {
  /** What is counted of new outcomes where no number starts a retraining. */
  private static final int COUNTED = 100_000;

  private final AgroalDataSource database;
  private final RetrainingSettings settings;
  private final PromotionSettings promotion;
  private final ModelSettings model;
  private final String reviewed;
  private final String labelled;
  private final Clock clock;
  private final History history;
  private final Retrainings retrainings;

  Retrainer(
      AgroalDataSource database,
      RetrainingSettings settings,
      PromotionSettings promotion,
      ModelSettings model,
      ReviewRules review,
      LabellingSettings labelling,
      Clock clock) {
    this.database = database;
    this.settings = settings;
    this.promotion = promotion;
    this.model = model;
    this.reviewed = review.set();
    this.labelled = labelling.set();
    this.clock = clock;
    this.history = new History(database, clock);
    this.retrainings = new Retrainings(database, clock);
  }

  /** A setting that makes no sense is told at the start. */
  void start(@Observes StartupEvent event) {
    if (!settings.enabled()) return;
    var unused = schedule();
    if (!promotion.enabled())
      throw new IllegalArgumentException(
          "whetstone.retraining.enabled needs whetstone.promotion.enabled: a new version serves"
              + " by evidence");
  }

  private Schedule schedule() {
    return new Schedule(settings.after(), settings.interval());
  }

  /**
   * Whether one is due.
   *
   * @param now whether it begins
   * @param reason why, or what is waited for
   */
  record Due(boolean now, String reason) {}

  /** What the next retraining waits for, in words. */
  public String waiting() {
    return due(fresh()).reason();
  }

  private Due due(Fresh fresh) {
    String verifier = model.stepVerifier();
    if (!settings.enabled()) return new Due(false, "whetstone.retraining.enabled is false");
    if (model.stepVerifierVersion().isPresent()) return new Due(false, "the version is pinned");
    Optional<Retraining> open = retrainings.open(verifier);
    if (open.isPresent()) return new Due(false, "one goes on");
    Optional<String> candidate = history.candidate(verifier);
    if (candidate.isPresent())
      return new Due(false, verifier + "@" + candidate.get() + " waits to be measured");
    Optional<Instant> since = since();
    if (since.isEmpty()) return new Due(false, "no version of " + verifier + " serves");
    return schedule()
        .reason(fresh.count(), since.get(), clock.instant())
        .map(reason -> new Due(true, reason))
        .orElseGet(() -> new Due(false, schedule().waiting(fresh.count(), since.get())));
  }

  /** When the last one began, or else the version that serves came to serve. */
  private Optional<Instant> since() {
    String verifier = model.stepVerifier();
    return retrainings
        .latest(verifier)
        .map(Retraining::begunAt)
        .or(
            () ->
                history
                    .serving(verifier)
                    .flatMap(
                        serving ->
                            history.versions(verifier).stream()
                                .filter(version -> version.version().equals(serving))
                                .findFirst())
                    .map(version -> version.since()));
  }

  private Fresh fresh() {
    Optional<Retraining> latest = retrainings.latest(model.stepVerifier());
    return Fresh.since(
        database,
        latest.map(Retraining::outcomesTo).orElse(0L),
        latest.map(Retraining::labelsTo).orElse(0L),
        List.of(reviewed, labelled),
        settings.after().orElse(COUNTED));
  }

  /**
   * Begins one if it is due.
   *
   * @return it, where this server began it
   * @throws InvalidRecipe if the recipe is none, or makes versions of another model
   */
  Optional<Retraining> begin() throws InvalidRecipe {
    String verifier = model.stepVerifier();
    Optional<UUID> latest = retrainings.latest(verifier).map(Retraining::id);
    Fresh fresh = fresh();
    Due due = due(fresh);
    Optional<String> serving = history.serving(verifier);
    if (!due.now() || serving.isEmpty()) return Optional.empty();
    Retraining begun = retraining(due.reason(), verifier + "@" + serving.get(), fresh);
    return Optional.of(begun).filter(one -> retrainings.begin(verifier, one, latest));
  }

  private Retraining retraining(String reason, String start, Fresh fresh) throws InvalidRecipe {
    UUID id = UUID.randomUUID();
    Recipe recipe = recipe(start, id);
    Instant now = clock.instant();
    return new Retraining(
        id,
        reason,
        start,
        RecipeFile.write(recipe),
        fresh.outcomesTo(),
        fresh.labelsTo(),
        Retraining.State.TRAINING,
        0,
        recipe.fit().steps(),
        0,
        now,
        now,
        Optional.empty(),
        Optional.empty());
  }

  private Recipe recipe(String start, UUID id) throws InvalidRecipe {
    Recipe replayed = RecipeFile.read(settings.recipe());
    if (!replayed.model().equals(model.stepVerifier()))
      throw new InvalidRecipe(
          "model", "is %s, and %s serves".formatted(replayed.model(), model.stepVerifier()));
    RetrainingSettings.Weights weights = settings.weights();
    try {
      return new RetrainingRecipe(
              replayed,
              learnable(weights),
              settings.outcomes(),
              weights.outcomes(),
              weights.replay(),
              new Grounds(database, promotion).humanSets())
          .of(start, id);
    } catch (IllegalArgumentException e) {
      throw new InvalidRecipe(e.getMessage(), e);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** People's labels count before machines', and both before an answer's grade. */
  private Map<String, Double> learnable(RetrainingSettings.Weights weights) throws SQLException {
    Map<String, Double> sets = new LinkedHashMap<>();
    sets.put(reviewed, weights.reviewed());
    sets.put(labelled, weights.labelled());
    sets.put(Archive.SETS + model.stepVerifier(), weights.archive());
    List<String> there =
        new Labels(database)
            .sets().stream().filter(set -> set.split() == Split.TRAIN).map(LabelSet::name).toList();
    sets.keySet().retainAll(there);
    return sets;
  }
}
