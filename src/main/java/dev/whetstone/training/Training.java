package dev.whetstone.training;

import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Checkpoints;
import dev.whetstone.model.fit.Trainer;
import dev.whetstone.model.host.ModelFolder;
import dev.whetstone.model.host.ModelFolders;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.text.StepTokenizer;
import dev.whetstone.training.promotion.History;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** From a recipe to the folder of a new version. */
public final class Training {
  private final Recipe recipe;
  private final Start start;
  private final Path models;
  private final Path work;
  private final Placement placement;
  private final String processor;

  private Training(Recipe recipe, Start start, Path models, Path work, Placement placement) {
    this.recipe = recipe;
    this.start = start;
    this.models = models;
    this.work = work;
    this.placement = placement;
    this.processor = Trainer.processor(placement);
  }

  /** Told what happens. */
  public interface Listener extends Trainer.Listener {
    /** One line on what is done now. */
    void says(String line);

    /** The trainer is about to make its first step, or to go on from one. */
    void begins(int step, int steps);
  }

  /**
   * @param models the folder of models, where the new version will lie
   * @param work a folder for checkpoints; the same one goes on where it was stopped
   * @param encoder the jar of the pre-trained encoder, where it is known to lie
   * @param placement where it is fitted, calibrated and measured
   * @throws InvalidRecipe if what the recipe starts from is not there or does not fit
   * @throws dev.whetstone.model.host.MissingGpu if a GPU is demanded that the engine does not see
   */
  public static Training of(
      Recipe recipe, Path models, Path work, Optional<Path> encoder, Placement placement)
      throws InvalidRecipe, IOException {
    Start start = Start.of(recipe, models, encoder);
    recipe.requireRoom(start.network().positions());
    return new Training(recipe, start, models, work, placement);
  }

  /**
   * @return the card of the new version, which servers see from now on
   * @throws InvalidRecipe if a set of labels is not there or not for training, or nothing is left
   *     to validate on
   * @throws dev.whetstone.model.ModelFault if the engine fails, or the loss is no finite number
   */
  public Card run(DataSource database, Listener listener)
      throws InvalidRecipe, IOException, SQLException {
    try (TrainingLock _ = TrainingLock.of(models.resolve(recipe.model()));
        TrainingLock _ = TrainingLock.of(work)) {
      new RequiredSets(new Labels(database).sets()).check(recipe);
      Cutoff cutoff = Cutoff.of(recipe, work, database);
      Sources sources = new Sources(recipe, database, cutoff.outcome(), listener::says);
      TrainingData data = sources.gather(start);
      Checkpoints own = new Checkpoints(work, WeightsKey.of(recipe.fit(), start, data, processor));
      History history = new History(database, Clock.systemUTC());
      List<String> known = history.known(recipe.model());
      try (Draft draft = Draft.in(models, recipe.model(), known, placement)) {
        draft.put(StepTokenizer.FILE, start.tokenizer());
        cutoff.keep();
        float[] theta = recipe.keepsWeights() ? start.theta() : fit(draft, data, own, listener);
        draft.weights(new Safetensors.Content(start.network(), theta, data.wide()));
        // Lest the new version be taken for the seed of a history that nobody has begun.
        history.enrol(recipe.model(), versions());
        Card card = new Finish(recipe, start, data, database, listener::says).of(draft);
        own.remove();
        cutoff.remove();
        others(own, listener);
        return card;
      }
    }
  }

  private void others(Checkpoints own, Listener listener) throws IOException {
    long megabytes = own.others() >> 20;
    if (megabytes > 0)
      listener.says(
          "Trainings that did not end keep %,d MB of checkpoints in %s; remove what will not go on"
              .formatted(megabytes, work));
  }

  /** Those that are there, the newest last. */
  private List<String> versions() {
    return ModelFolders.list(models).stream()
        .filter(ModelFolder.Whole.class::isInstance)
        .map(folder -> ((ModelFolder.Whole) folder).card())
        .filter(card -> card.name().equals(recipe.model()))
        .map(Card::version)
        .toList();
  }

  private float[] fit(Draft draft, TrainingData data, Checkpoints checkpoints, Listener listener)
      throws IOException {
    listener.says("Reading the data into tokens ...");
    try (StepTokenizer tokenizer = StepTokenizer.read(draft.file(StepTokenizer.FILE));
        Trainer trainer =
            new Trainer(
                start.network(),
                start.theta(),
                tokenizer,
                recipe.fit(),
                data.training(),
                data.validation(),
                checkpoints,
                placement)) {
      listener.says(trainer.size() + ", on " + processor);
      listener.begins(trainer.step(), recipe.fit().steps());
      return trainer.run(listener);
    }
  }
}
