package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.fit.Course;
import dev.whetstone.model.fit.Scored;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.text.Tokenizer;
import dev.whetstone.task.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** From a recipe to the folder of a new version. */
public final class Training {
  private final Recipe recipe;
  private final Path models;
  private final Path work;
  private final Optional<Path> encoder;

  /**
   * @param models the folder of models, where the new version will lie
   * @param work a folder for checkpoints; the same one goes on where it was stopped
   * @param encoder the jar of the pre-trained encoder, where it is known to lie
   */
  public Training(Recipe recipe, Path models, Path work, Optional<Path> encoder) {
    this.recipe = recipe;
    this.models = models;
    this.work = work;
    this.encoder = encoder;
  }

  /** What a course is told by and tells. */
  public interface Listener extends Course.Watcher {
    /** One line on what is done now. */
    void says(String line);

    /** The course is about to make its first step, or to go on from one. */
    void begins(int step, int steps);
  }

  /** The card of the new version, which servers see from now on. */
  public Card run(DataSource database, Listener listener) throws IOException, SQLException {
    Materials materials = new Sources(recipe, database, listener::says).gather();
    Draft draft = fit(materials, listener);
    listener.says("Measuring it against human labels ...");
    try (Scorer scorer = draft.open()) {
      return draft.publish(new Exam(recipe.benchmark(), database).of(scorer));
    }
  }

  private Draft fit(Materials materials, Listener listener) throws IOException {
    Start start = Start.of(recipe, models, encoder);
    Draft draft = Draft.in(models, recipe.model());
    Path tokenizerFile = draft.put("tokenizer.json", start.tokenizer());
    listener.says("Reading the data into tokens ...");
    try (Tokenizer tokenizer = Tokenizer.read(tokenizerFile);
        Course course = course(start, tokenizer, materials)) {
      listener.says(course.size());
      listener.begins(course.step(), recipe.fit().steps());
      float[] theta = course.run(listener);
      draft.weights(new Safetensors.Content(start.network(), theta, materials.wide().weights()));
      List<Scored> scored = course.validate(theta);
      Card.Calibration calibration = Platt.fit(scored);
      Card.Thresholds thresholds = Thresholds.of(materials.validation(), scored, calibration);
      draft.card(recipe, materials, start.network().positions(), calibration, thresholds);
      return draft;
    }
  }

  private Course course(Start start, Tokenizer tokenizer, Materials materials) throws IOException {
    return new Course(
        start.network(),
        start.theta(),
        tokenizer,
        recipe.fit(),
        materials.training(),
        materials.validation(),
        key(materials),
        work);
  }

  private String key(Materials materials) {
    return Hash.of(
            recipe.toString(), materials.data().toString(), materials.validation().toString())
        .hex();
  }
}
