package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.cli.TestDatabase;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.fit.Example;
import dev.whetstone.rollout.Sql;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.promotion.Archive;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import dev.whetstone.training.recipe.Source;
import dev.whetstone.training.source.OutcomeExamples;
import dev.whetstone.training.source.TrainingHalf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Outcomes in a PostgreSQL of their own, and trainings that learn from them. */
class CutoffIT {
  private static final Path SMALL = Path.of("src/test/resources/training/small.yaml");
  private static final TaskFamily FAMILY = Families.all().getFirst();

  private static final String INSERT =
      """
      INSERT INTO outcome (run_id, offer_id, place, family, family_version, levels, split, salt,
          task_index, probability, candidate, candidate_hash, grade, reward, components,
          error_probability, verifier, formula, received_at, verify_micros)
      VALUES (gen_random_uuid(), gen_random_uuid(), 0, ?, ?, ?, 'TRAIN', 'salt', ?, 1, ?, '', 'RIGHT',
          1, '{}', 0, 'exact@1', 'outcome@1', now(), 1)
      """;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path work;
  private static DataSource source;

  @BeforeAll
  static void open() {
    source = DATABASE.source();
  }

  @BeforeEach
  void empty() {
    Sql.transaction(source, c -> Sql.update(c, "DELETE FROM outcome"));
  }

  @Test
  void aTrainingThatGoesOnHasTheOutcomesThatItBeganWith() throws Exception {
    Recipe recipe = RecipeFile.read(SMALL);
    long index =
        LongStream.range(0, 100).filter(i -> TrainingHalf.has(question(i))).min().orElseThrow();
    save(index, "It is 1.");
    save(index, "It is 2.");
    Cutoff first = Cutoff.of(recipe, work, source);
    List<Example> begun = outcomes(first, 10);
    first.keep();
    save(index, "It is 3.");

    Cutoff resumed = Cutoff.of(recipe, work, source);

    assertEquals(2, begun.size());
    assertEquals(begun, outcomes(resumed, 10));
    assertEquals("It is 2.", outcomes(resumed, 1).getFirst().steps().getFirst().text());
    resumed.remove();
    assertEquals(3, outcomes(Cutoff.of(recipe, work, source), 10).size(), "the next one learns on");
  }

  @Test
  void noOutcomeIsLearntFromWhoseProblemIsArchivedToMeasureOn() throws SQLException {
    List<Judged> fooled = new ArrayList<>();
    for (long index = 100; index < 140; index++) {
      save(index, "It is 7.");
      fooled.add(fooled(question(index)));
    }
    Archive archive = new Archive(source);
    archive.add("fooled", "1", Archive.Origin.OUTCOME, fooled, Instant.now());

    List<Example> learnt = OutcomeExamples.latest(source, Long.MAX_VALUE, 40, 1);

    Set<String> problems = learnt.stream().map(Example::problem).collect(Collectors.toSet());
    assertTrue(problems.containsAll(archived(Labelled.Split.TRAIN)));
    Set<String> measured = archived(Labelled.Split.TEST);
    assertTrue(measured.size() > 8 && learnt.size() > 8, measured::toString);
    assertTrue(Collections.disjoint(problems, measured));
  }

  @Test
  void noOutcomeIsLearntFromWhoseProblemPeoplesLabelsMeasureOn() throws Exception {
    List<Long> indices =
        LongStream.range(200, 300).filter(i -> TrainingHalf.has(question(i))).boxed().toList();
    save(indices.getFirst(), "It is 1.");
    save(indices.getLast(), "It is 1.");
    Labelled measured = labelled("people", Labelled.Split.TEST, question(indices.getFirst()));
    Sql.transaction(source, connection -> Labels.add(connection, measured));

    Set<String> learnt = new HashSet<>();
    for (Example example : gathered(RecipeFile.read(SMALL), "people"))
      learnt.add(example.problem());

    assertTrue(learnt.contains(question(indices.getLast())));
    assertFalse(learnt.contains(question(indices.getFirst())));
  }

  private List<Example> gathered(Recipe small, String heldOut) throws Exception {
    List<Source> sources = new ArrayList<>(small.train());
    sources.add(
        new Source(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(10),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    Recipe recipe =
        new Recipe(
            small.model(),
            small.description(),
            small.licence(),
            small.start(),
            small.tokenizer(),
            small.network(),
            sources,
            small.validation(),
            small.benchmark(),
            Optional.of(List.of(heldOut)),
            small.fit());
    Start start = Start.of(recipe, Path.of("models"), Optional.empty());
    return new Sources(recipe, source, Cutoff.of(recipe, work, source), line -> {})
        .gather(start)
        .training();
  }

  private static Judged fooled(String problem) {
    return new Judged(
        labelled("outcomes", Labelled.Split.TRAIN, problem),
        new Judgement.Said(List.of(), OptionalInt.empty(), true, 0.9));
  }

  private static Labelled labelled(String set, Labelled.Split split, String problem) {
    return new Labelled(
        set,
        "1",
        split,
        new Derivation(problem, List.of("It is 7.")),
        Truth.ofLastStep(1, StepLabel.WRONG),
        Optional.of(false),
        new Labelled.Provenance("a policy", "exact", "MIT"));
  }

  private static Set<String> archived(Labelled.Split half) throws SQLException {
    return new Labels(source)
        .list("archive/fooled", Optional.of(half)).stream()
            .map(item -> item.solution().problem())
            .collect(Collectors.toSet());
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

  private static String question(long index) {
    Levels lowest = Levels.lowest(FAMILY.controls());
    return Identity.of(FAMILY, lowest, Split.TRAIN, "salt", index).make(FAMILY).question();
  }

  /** Without the run and the offer that it is of. */
  private static void save(long index, String candidate) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("SET session_replication_role = replica");
      PreparedStatement insert = connection.prepareStatement(INSERT);
      insert.setString(1, FAMILY.name());
      insert.setString(2, FAMILY.version());
      insert.setString(3, Levels.lowest(FAMILY.controls()).key());
      insert.setLong(4, index);
      insert.setString(5, candidate);
      insert.executeUpdate();
    }
  }
}
