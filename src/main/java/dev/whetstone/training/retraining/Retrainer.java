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
    if (!settings.silence().isPositive())
      throw new IllegalArgumentException("whetstone.retraining.silence is above zero");
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
    Optional<Retraining> latest = latest();
    Optional<UUID> id = latest.map(Retraining::id);
    Optional<String> hindrance =
        hindrance()
            .map(Hindrance::reason)
            .or(
                () ->
                    settings.enabled()
                        ? Optional.empty()
                        : Optional.of(
                            "whetstone.retraining.enabled is false: it begins when asked to"));
    if (hindrance.isPresent()) return new Look(false, hindrance.get(), Fresh.NONE, id);
    Fresh fresh = fresh(latest);
    Instant since =
        latest.map(Retraining::begunAt).orElseGet(() -> serving().orElseThrow().since());
    Optional<String> reason = schedule().reason(fresh.count(), since, clock.instant());
    String waiting = schedule().waiting(fresh.count(), since);
    return new Look(reason.isPresent(), reason.orElse(waiting), fresh, id);
  }

  private Optional<Retraining> latest() {
    return retrainings.latest(model.stepVerifier());
  }

  private Fresh fresh(Optional<Retraining> latest) {
    return Fresh.since(
        database,
        latest.map(Retraining::outcomesTo).orElse(0L),
        latest.map(Retraining::labelsTo).orElse(0L),
        recipes.sets(),
        settings.after().orElse(COUNTED));
  }

  /** What keeps any from beginning, and what to do about it. */
  private record Hindrance(String reason, String mend) {}

  private Optional<Hindrance> hindrance() {
    String verifier = model.stepVerifier();
    if (!promotion.enabled())
      return hindrance(
          "whetstone.promotion.enabled is false, and a new version serves by evidence", "set it");
    if (model.stepVerifierVersion().isPresent())
      return hindrance(
          "the version is pinned", "start without whetstone.model.step-verifier-version");
    if (open().isPresent()) return hindrance("one goes on", "wait for its end");
    if (serving().isEmpty())
      return hindrance(
          "no version of " + verifier + " serves",
          "put one into the folder of models, and see GET /api/v1/models");
    return history
        .candidate(verifier)
        .flatMap(
            candidate ->
                hindrance(
                    verifier + "@" + candidate + " waits to be measured, or is measured now",
                    "see GET /api/v1/verifiers/" + verifier + "/versions for what it waits for"));
  }

  private static Optional<Hindrance> hindrance(String reason, String mend) {
    return Optional.of(new Hindrance(reason, mend));
  }

  private Optional<Retraining> open() {
    return retrainings.open(model.stepVerifier());
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
    return look.due() ? begin(look.reason(), look.fresh(), look.latest()) : Optional.empty();
  }

  /**
   * What a person's call began, or found at work.
   *
   * @param begun whether this call began it
   */
  public record Asked(Retraining retraining, boolean begun) {}

  /**
   * Begins one whether or not it is due, or scheduled at all: what comes of it serves by evidence
   * as any other. Asked again while one goes on, it is that one.
   *
   * @throws NotRetrained if none can begin
   */
  public Asked ask(String reason) {
    Optional<Retraining> latest = latest();
    Optional<Retraining> open = open();
    if (open.isPresent()) return new Asked(open.get(), false);
    hindrance()
        .ifPresent(
            h -> {
              throw new NotRetrained(h.reason(), h.mend());
            });
    try {
      Optional<UUID> id = latest.map(Retraining::id);
      return begin("asked for: " + reason, fresh(latest), id)
          .map(begun -> new Asked(begun, true))
          .or(() -> latest().map(faster -> new Asked(faster, false)))
          .orElseThrow(() -> new NotRetrained("nothing serves any longer", "try again"));
    } catch (InvalidRecipe e) {
      throw new NotRetrained(
          settings.recipe() + ": " + e.getMessage(),
          "mend it, or name another one: whetstone.retraining.recipe");
    }
  }

  private Optional<Retraining> begin(String reason, Fresh fresh, Optional<UUID> latest)
      throws InvalidRecipe {
    Optional<Version> serving = serving();
    if (serving.isEmpty()) return Optional.empty();
    UUID id = UUID.randomUUID();
    Recipe recipe = recipes.of(model.stepVerifier(), serving.get().version(), id);
    Retraining begun = Retraining.begun(id, reason, recipe, fresh, clock.instant());
    return Optional.of(begun).filter(one -> retrainings.begin(model.stepVerifier(), one, latest));
  }
}
