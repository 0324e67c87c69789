package dev.whetstone.training.retraining;

import dev.whetstone.model.Card;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import dev.whetstone.rollout.Leader;
import dev.whetstone.training.Training;
import dev.whetstone.training.WholeVersions;
import dev.whetstone.training.promotion.History;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.promotion.Trial;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * What a process of its own does for one verifier while it leads: it goes on with the retraining
 * that was begun, and decides the candidates that wait. Killed anywhere, the next one goes on.
 */
public final class Worker {
  /** How its process ends where it is worth another try soon: EX_TEMPFAIL of sysexits.h. */
  public static final int NOT_NOW = 75;

  private static final int TOLD = 500;
  private static final int TIDIED = 20;

  private final DataSource database;
  private final String verifier;
  private final Path models;
  private final Placement placement;
  private final PromotionSettings promotion;
  private final Training.Listener listener;
  private final Retrainings retrainings;
  private final History history;

  /**
   * @param models the folder of models
   * @param placement where versions are trained and measured
   */
  public Worker(
      DataSource database,
      String verifier,
      Path models,
      Placement placement,
      PromotionSettings promotion,
      Training.Listener listener) {
    this.database = database;
    this.verifier = verifier;
    this.models = models;
    this.placement = placement;
    this.promotion = promotion;
    this.listener = listener;
    this.retrainings = new Retrainings(database, Clock.systemUTC());
    this.history = new History(database, Clock.systemUTC());
  }

  /**
   * Does what there is to do; nothing where another process leads.
   *
   * @throws Refused if the version that serves cannot be loaded to compare with
   * @throws dev.whetstone.training.TrainingInProgress if somebody trains the same model by hand
   * @throws dev.whetstone.model.ModelFault if the engine fails, or the loss is no finite number
   */
  public void run() throws IOException, SQLException, Refused {
    try (Leader leader = Leader.of(database, verifier).orElse(null)) {
      if (leader == null) {
        listener.says("another process trains and measures " + verifier);
        return;
      }
      tidy();
      Optional<Retraining> open = retrainings.open(verifier);
      if (open.isPresent()) train(open.get(), leader);
      decide();
    }
  }

  /** Checkpoints of those that ended, where a kill kept them from being removed. */
  private void tidy() throws IOException {
    Work work = Work.of(models, verifier);
    for (Retraining retraining : retrainings.list(verifier, TIDIED))
      if (retraining.state() != Retraining.State.TRAINING)
        Work.remove(work.folder(retraining.id()));
  }

  private void train(Retraining retraining, Leader leader) throws IOException, SQLException {
    Path work = Work.of(models, verifier).folder(retraining.id());
    try {
      Optional<Card> published = published(retraining);
      Card card = published.isPresent() ? published.get() : trained(retraining, work, leader);
      history.enrol(verifier, WholeVersions.versions(models, verifier));
      retrainings.trained(retraining.id(), card.version());
      listener.says("Version " + card.id() + " is a candidate");
    } catch (InvalidRecipe e) {
      retrainings.failed(retraining.id(), e.getMessage());
      listener.says("It has failed: " + e.getMessage());
    }
    Work.remove(work);
  }

  /** A version that was there before a kill kept this from being said. */
  private Optional<Card> published(Retraining retraining) {
    return WholeVersions.cards(models, verifier).stream()
        .filter(card -> card.description().endsWith(RetrainingRecipe.mark(retraining.id())))
        .findFirst();
  }

  private Card trained(Retraining retraining, Path work, Leader leader)
      throws InvalidRecipe, IOException, SQLException {
    return Training.of(
            RecipeFile.parse(retraining.recipe()), models, work, Optional.empty(), placement)
        .run(
            database,
            new Progress(
                retraining,
                retrainings,
                leader,
                () -> published(retraining).isPresent(),
                listener));
  }

  private void decide() throws SQLException, Refused {
    AtomicInteger judged = new AtomicInteger();
    Trial trial = Trial.of(database, verifier, promotion, models, placement, n -> tell(n, judged));
    Optional<String> due = trial.due();
    while (due.isPresent()) {
      listener.says("Measuring " + verifier + "@" + due.get() + " beside the one that serves ...");
      judged.set(0);
      if (trial.next().isPresent())
        listener.says("/api/v1/verifiers/" + verifier + "/versions says what came of it");
      due = trial.due();
    }
  }

  private void tell(int more, AtomicInteger judged) {
    int now = judged.addAndGet(more);
    if (now / TOLD > (now - more) / TOLD) listener.says("  %,d solutions judged".formatted(now));
  }
}
