package dev.whetstone.cli.train;

import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.DeviceOption;
import dev.whetstone.cli.ModelsFolder;
import dev.whetstone.model.Card;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.host.MissingGpu;
import dev.whetstone.training.Training;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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
      "Stopped on its way, it goes on where it was when it is called again, and ends, on a CPU,"
          + " with the same weights. It ends with 2 where the recipe is at fault, and says which"
          + " field.",
      "",
      "Example: ./whetstone train models/step-verifier/recipe.yaml"
    })
public final class Train implements Callable<Integer> {
  @Parameters(paramLabel = "RECIPE", description = "what it is trained from and how, a YAML file")
  Path recipe;

  @Mixin ModelsFolder models;

  @Option(
      names = "--work",
      description = "folder for checkpoints (default: <models>/<model>/.work)")
  Path work;

  @Mixin DeviceOption device;

  @Mixin DatabaseOptions database;

  @Override
  public Integer call() {
    try {
      return train(RecipeFile.read(recipe));
    } catch (InvalidRecipe e) {
      System.err.println("whetstone: " + recipe + ": " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (SQLException e) {
      System.err.println("whetstone: the database: " + line(e));
    } catch (IOException | ModelFault | MissingGpu e) {
      System.err.println("whetstone: " + line(e));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The recipe is found to be whole before a database is started. */
  private int train(Recipe read) throws InvalidRecipe, IOException, SQLException {
    Path folder = models.path();
    Path checkpoints =
        Optional.ofNullable(work).orElse(folder.resolve(read.model()).resolve(".work"));
    Training training = Training.of(read, folder, checkpoints, encoder(), device.placement());
    try (Database db = Database.open(database)) {
      Card card = training.run(db.dataSource(), new TrainingProgress(System.out));
      Path version = folder.resolve(card.name()).resolve(card.version());
      System.out.println("Version " + card.id() + " lies in " + version);
      return CommandLine.ExitCode.OK;
    }
  }

  private static String line(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse("");
  }

  private static Optional<Path> encoder() {
    return Optional.ofNullable(System.getProperty("whetstone.encoder")).map(Path::of);
  }
}
