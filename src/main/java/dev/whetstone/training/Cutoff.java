package dev.whetstone.training;

import dev.whetstone.task.Hash;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.source.OutcomeExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The newest outcome that a training learns from: kept in its work folder from its first step on,
 * so that one that goes on has the same data, whatever a server has saved since.
 *
 * @param file where it is kept, named by the recipe
 * @param outcome its id; 0 where there is none
 */
record Cutoff(Path file, long outcome) {
  private static final int NAME = 16;

  /**
   * @param work the folder of checkpoints, held by this training alone
   */
  static Cutoff of(Recipe recipe, Path work, DataSource database) throws IOException, SQLException {
    String name = Hash.ofText(recipe.toString()).hex().substring(0, NAME);
    Path file = work.resolve("cutoff-" + name);
    if (!Files.exists(file)) return new Cutoff(file, OutcomeExamples.newest(database));
    try {
      return new Cutoff(file, Long.parseLong(Files.readString(file)));
    } catch (NumberFormatException e) {
      throw new IOException(file + " is damaged; remove it, and training begins anew", e);
    }
  }

  void keep() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, Long.toString(outcome));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The next training by this recipe learns from what has been saved until then. */
  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
