package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.model.fit.Example;
import dev.whetstone.task.Levels;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import dev.whetstone.training.source.OutcomeExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Outcomes in a PostgreSQL of their own, and trainings that learn from them. */
class CutoffIT {
  private static final Path SMALL = Path.of("src/test/resources/training/small.yaml");
  private static final TaskFamily FAMILY = Families.all().getFirst();

  private static final String INSERT =
      """
      INSERT INTO outcome (run_id, offer_id, place, family, family_version, levels, split, salt,
          task_index, probability, candidate, candidate_hash, grade, reward, components,
          error_probability, verifier, formula, received_at, verify_micros)
      VALUES (gen_random_uuid(), gen_random_uuid(), 0, ?, ?, ?, 'TRAIN', 'salt', 1, 1, ?, '', 'RIGHT',
          1, '{}', 0, 'exact@1', 'outcome@1', now(), 1)
      """;

  @TempDir private static Path data;
  @TempDir private Path work;
  private static Database database;
  private static DataSource source;

  @BeforeAll
  static void open() throws IOException {
    database =
        Database.open(
            CommandLine.populateCommand(new DatabaseOptions(), "--data", data.toString()));
    source = database.dataSource();
  }

  @AfterAll
  static void close() {
    if (database != null) database.close();
  }

  @Test
  void aTrainingThatGoesOnHasTheOutcomesThatItBeganWith() throws Exception {
    Recipe recipe = RecipeFile.read(SMALL);
    save("It is 1.");
    save("It is 2.");
    Cutoff first = Cutoff.of(recipe, work, source);
    List<Example> begun = outcomes(first, 10);
    first.keep();
    save("It is 3.");

    Cutoff resumed = Cutoff.of(recipe, work, source);

    assertEquals(2, begun.size());
    assertEquals(begun, outcomes(resumed, 10));
    assertEquals("It is 2.", outcomes(resumed, 1).getFirst().steps().getFirst().text());
    resumed.remove();
    assertEquals(3, outcomes(Cutoff.of(recipe, work, source), 10).size(), "the next one learns on");
  }

  @Test
  void aDamagedFileIsToldWithItsMend() throws Exception {
    Recipe recipe = RecipeFile.read(SMALL);
    Cutoff cutoff = Cutoff.of(recipe, work, source);
    Files.writeString(cutoff.file(), "");

    String line =
        assertThrows(IOException.class, () -> Cutoff.of(recipe, work, source)).getMessage();

    assertTrue(line.endsWith("is damaged; remove it, and training begins anew"), line);
    cutoff.remove();
    assertFalse(Files.exists(cutoff.file()));
  }

  private static List<Example> outcomes(Cutoff cutoff, int most) throws SQLException {
    return OutcomeExamples.latest(source, cutoff.outcome(), most, 1);
  }

  /** Without the run and the offer that it is of. */
  private static void save(String candidate) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("SET session_replication_role = replica");
      PreparedStatement insert = connection.prepareStatement(INSERT);
      insert.setString(1, FAMILY.name());
      insert.setString(2, FAMILY.version());
      insert.setString(3, Levels.lowest(FAMILY.controls()).key());
      insert.setString(4, candidate);
      insert.executeUpdate();
    }
  }
}
