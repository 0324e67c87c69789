package dev.whetstone.cli.train;

import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.model.Card;
import dev.whetstone.training.Recipe;
import dev.whetstone.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a new version of a verifier. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a new version of a verifier from a recipe, in a process of its own.",
    footer = {
      "",
      "Stopped on its way, it goes on where it was when it is called again, and ends with the same"
          + " weights.",
      "",
      "Example: ./whetstone train models/step-verifier/recipe.yaml"
    })
public final class Train implements Callable<Integer> {
  @Parameters(paramLabel = "RECIPE", description = "what it is trained from and how, a YAML file")
  Path recipe;

  @Option(
      names = "--models",
      defaultValue = "${env:WHETSTONE_MODELS}",
      description = "folder of models (default: models/ beside the launcher)")
  Path models;

  @Option(
      names = "--work",
      description = "folder for checkpoints (default: <models>/<model>/.work)")
  Path work;

  @Mixin DatabaseOptions database;

  @Override
  public Integer call() throws SQLException {
    try (Database db = Database.open(database)) {
      Recipe read = Recipe.read(recipe);
      Path folder = modelsFolder();
      Path checkpoints =
          Optional.ofNullable(work).orElse(folder.resolve(read.model()).resolve(".work"));
      Training training = new Training(read, folder, checkpoints, encoder());
      Card card = training.run(db.dataSource(), new TrainingProgress(System.out));
      Path version = folder.resolve(card.name()).resolve(card.version());
      System.out.println("Version " + card.id() + " lies in " + version);
      return 0;
    } catch (IOException e) {
      System.err.println("whetstone: " + e.getMessage());
      return 1;
    }
  }

  private Path modelsFolder() {
    String home = System.getProperty("whetstone.home", ".");
    return Optional.ofNullable(models).orElse(Path.of(home, "models")).toAbsolutePath();
  }

  private static Optional<Path> encoder() {
    return Optional.ofNullable(System.getProperty("whetstone.encoder")).map(Path::of);
  }
}
