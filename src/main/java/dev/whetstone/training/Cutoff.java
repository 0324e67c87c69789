package dev.whetstone.training;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.task.Hash;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.source.OutcomeExamples;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a training learns from, kept in its work folder from its first step on, so that one that
 * goes on has the same data, whatever a server has saved or thought better of since.
 *
 * @param file where it is kept, named by the recipe
 * @param outcome id of the newest one; 0 where there is none
 * @param label serial number of the newest one; 0 where there is none
 * @param confidences below 1 of the labels it was asked about, by set and id
 * @param begun whether they stand: what is not there is 1
 */
record Cutoff(Path file, long outcome, long label, Map<String, Double> confidences, boolean begun) {
  private static final int NAME = 16;

  /**
   * @param work the folder of checkpoints, held by this training alone
   */
  static Cutoff of(Recipe recipe, Path work, DataSource database) throws IOException, SQLException {
    String name = Hash.ofText(recipe.toString()).hex().substring(0, NAME);
    Path file = work.resolve("cutoff-" + name);
    if (Files.exists(file)) return read(file);
    return new Cutoff(
        file,
        OutcomeExamples.newest(database),
        new Labels(database).newest(),
        new TreeMap<>(),
        false);
  }

  private static Cutoff read(Path file) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file);
      String[] newest = lines.getFirst().split(" ", 2);
      Map<String, Double> confidences = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] told = line.split(" ", 2);
        confidences.put(told[1], Double.valueOf(told[0]));
      }
      return new Cutoff(
          file, Long.parseLong(newest[0]), Long.parseLong(newest[1]), confidences, true);
    } catch (NumberFormatException
        | NoSuchElementException
        | ArrayIndexOutOfBoundsException
        | CharacterCodingException e) {
      throw new IOException(file + " is damaged; remove it, and training begins anew", e);
    }
  }

  /** The label as far as it was trusted when the training began. */
  Labelled then(Labelled labelled) {
    String name = Hash.of(labelled.set(), labelled.id()).hex();
    if (begun) return labelled.trusted(confidences.getOrDefault(name, 1.0));
    if (labelled.confidence() < 1) confidences.put(name, labelled.confidence());
    return labelled;
  }

  void keep() throws IOException {
    StringBuilder text = new StringBuilder().append(outcome).append(' ').append(label);
    confidences.forEach(
        (name, confidence) -> text.append('\n').append(confidence).append(' ').append(name));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The next training by this recipe learns from what has been saved until then. */
  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
