package dev.whetstone.training.retraining;

import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.training.promotion.History;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.promotion.State;
import dev.whetstone.training.promotion.Version;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Decides whether a new version of the step verifier is to be trained, and begins that. */
@ApplicationScoped
public class Retrainer {
  /** What is counted of what is new where no number starts a retraining. */
  private static final int COUNTED = 100_000;

  private final AgroalDataSource database;
  private final RetrainingSettings settings;
  private final PromotionSettings promotion;
  private final ModelSettings model;
  private final RetrainingRecipes recipes;
  private final Clock clock;
  private final History history;
  private final Retrainings retrainings;

  Retrainer(
      AgroalDataSource database,
      RetrainingSettings settings,
      PromotionSettings promotion,
      ModelSettings model,
      RetrainingRecipes recipes,
      Clock clock) {
    this.database = database;
    this.settings = settings;
    this.promotion = promotion;
    this.model = model;
    this.recipes = recipes;
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
    try {
      recipes.check(model.stepVerifier());
    } catch (InvalidRecipe e) {
      throw new IllegalArgumentException("whetstone.retraining.recipe: " + e.getMessage(), e);
    }
  }

  private Schedule schedule() {
    return new Schedule(settings.after(), settings.interval());
  }

  /** What the next retraining waits for, in words. */
  public String waiting() {
    return look().reason();
  }

  /**
   * What was found.
   *
   * @param due whether one is to begin
   * @param reason why, or what is waited for
   * @param fresh what could be learnt
   * @param latest the latest retraining there was
   */
  private record Look(boolean due, String reason, Fresh fresh, Optional<UUID> latest) {}

  private Look look() {
    Optional<Retraining> latest = retrainings.latest(model.stepVerifier());
    Optional<UUID> id = latest.map(Retraining::id);
    Optional<String> hindrance = hindrance();
    if (hindrance.isPresent()) return new Look(false, hindrance.get(), Fresh.NONE, id);
    Fresh fresh = fresh(latest);
    Instant since =
        latest.map(Retraining::begunAt).orElseGet(() -> serving().orElseThrow().since());
    Optional<String> reason = schedule().reason(fresh.count(), since, clock.instant());
    String waiting = schedule().waiting(fresh.count(), since);
    return new Look(reason.isPresent(), reason.orElse(waiting), fresh, id);
  }

  private Fresh fresh(Optional<Retraining> latest) {
    return Fresh.since(
        database,
        latest.map(Retraining::outcomesTo).orElse(0L),
        latest.map(Retraining::labelsTo).orElse(0L),
        recipes.sets(),
        settings.after().orElse(COUNTED));
  }

  /** What keeps any from beginning. */
  private Optional<String> hindrance() {
    String verifier = model.stepVerifier();
    if (!settings.enabled()) return Optional.of("whetstone.retraining.enabled is false");
    if (model.stepVerifierVersion().isPresent()) return Optional.of("the version is pinned");
    if (retrainings.open(verifier).isPresent()) return Optional.of("one goes on");
    if (serving().isEmpty()) return Optional.of("no version of " + verifier + " serves");
    return history
        .candidate(verifier)
        .map(candidate -> verifier + "@" + candidate + " waits to be measured");
  }

  private Optional<Version> serving() {
    if (history.known(model.stepVerifier()).isEmpty()) return Optional.empty();
    return history.versions(model.stepVerifier()).stream()
        .filter(version -> version.state() == State.SERVING)
        .findFirst();
  }

  /**
   * Begins one if it is due.
   *
   * @return it, where this server began it
   * @throws InvalidRecipe if the configured recipe cannot be followed
   */
  Optional<Retraining> begin() throws InvalidRecipe {
    Look look = look();
    Optional<Version> serving = serving();
    if (!look.due() || serving.isEmpty()) return Optional.empty();
    UUID id = UUID.randomUUID();
    Recipe recipe = recipes.of(model.stepVerifier(), serving.get().version(), id);
    Retraining begun = Retraining.begun(id, look.reason(), recipe, look.fresh(), clock.instant());
    return Optional.of(begun)
        .filter(one -> retrainings.begin(model.stepVerifier(), one, look.latest()));
  }
}
