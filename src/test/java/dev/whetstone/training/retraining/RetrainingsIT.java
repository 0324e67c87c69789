package dev.whetstone.training.retraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.cli.TestDatabase;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.fit.Validation;
import dev.whetstone.model.host.Placement;
import dev.whetstone.rollout.Leader;
import dev.whetstone.rollout.Sql;
import dev.whetstone.training.Training;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import dev.whetstone.training.retraining.Retraining.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The record of retrainings, in a PostgreSQL of its own. */
class RetrainingsIT {
  private static final Path SMALL = Path.of("src/test/resources/training/small.yaml");

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path models;
  private static DataSource database;

  @BeforeAll
  static void open() {
    database = DATABASE.source();
  }

  private static Retrainings retrainings() {
    return new Retrainings(database, Clock.systemUTC());
  }

  private static Retraining begun() throws Exception {
    UUID id = UUID.randomUUID();
    Recipe recipe =
        new RetrainingRecipe(RecipeFile.read(SMALL), Map.of(), 10, 1, 1, List.of()).of("toy@1", id);
    return Retraining.begun(id, "why", recipe, Fresh.NONE, Instant.now());
  }

  @Test
  void serversThatFindOneDueTogetherBeginItOnce() throws Exception {
    Retraining one = begun();
    Retraining other = begun();
    assertTrue(retrainings().begin("together", one, Optional.empty()));
    assertFalse(retrainings().begin("together", other, Optional.empty()));
    assertFalse(retrainings().begin("together", other, Optional.of(one.id())), "one goes on");
    retrainings().trained(one.id(), "2");
    assertFalse(retrainings().begin("together", other, Optional.empty()), "it looked before");
    assertTrue(retrainings().begin("together", other, Optional.of(one.id())));
    assertEquals(other.id(), retrainings().open("together").orElseThrow().id());
    Retraining ended = retrainings().list("together", 5).getLast();
    assertEquals(State.TRAINED, ended.state());
    assertEquals(Optional.of("2"), ended.version());
    assertEquals(one.recipe(), ended.recipe());
  }

  @Test
  void aProcessThatFailsTooOftenFailsTheRetraining() throws Exception {
    Retraining one = begun();
    retrainings().begin("stumbles", one, Optional.empty());
    for (int i = 0; i < 3; i++) assertTrue(retrainings().stumbled(one.id(), 3, "out of memory"));
    assertFalse(retrainings().stumbled(one.id(), 3, "out of memory"));
    Retraining failed = retrainings().latest("stumbles").orElseThrow();
    assertEquals(State.FAILED, failed.state());
    assertEquals(4, failed.failures());
    assertEquals(Optional.of("out of memory"), failed.failure());
    retrainings().trained(one.id(), "2");
    assertEquals(State.FAILED, retrainings().latest("stumbles").orElseThrow().state());
  }

  @Test
  void aRecipeThatCannotBeFollowedFailsWithItsField() throws Exception {
    Retraining one = begun();
    retrainings().begin("toy", one, Optional.empty());
    Worker worker =
        new Worker(
            database,
            "toy",
            models,
            Placement.parse("cpu"),
            PromotionSettings.configured(),
            new Silent());
    Leader other = Leader.of(database, "toy").orElseThrow();
    worker.run();
    assertEquals(State.TRAINING, retrainings().latest("toy").orElseThrow().state(), "not led");
    other.close();
    worker.run();
    Retraining failed = retrainings().latest("toy").orElseThrow();
    assertEquals(State.FAILED, failed.state());
    assertTrue(failed.failure().orElseThrow().startsWith("start: there is no toy@1"));
  }

  private static final class Silent implements Training.Listener {
    @Override
    public void says(String line) {}

    @Override
    public void begins(int step, int steps) {}

    @Override
    public void stepped(int step, float loss, int tokens) {}

    @Override
    public void validated(Validation validation) {}
  }

  @Test
  void whetherOneLeadsIsToldWithoutTakingItsPlace() {
    assertFalse(Leader.isThere(database, "led"));
    Leader leader = Leader.of(database, "led").orElseThrow();
    assertTrue(Leader.isThere(database, "led"));
    assertFalse(Leader.isThere(database, "another"));
    leader.close();
    assertFalse(Leader.isThere(database, "led"));
  }

  @Test
  void whatIsNewIsCountedFromWhereTheLastOneBegan() throws Exception {
    add("reviewed", "a", Split.TRAIN);
    Fresh first = Fresh.since(database, 0, 0, List.of("reviewed"), 100);
    assertEquals(1, first.count());
    add("reviewed", "b", Split.TRAIN);
    add("reviewed", "c", Split.TEST);
    add("elsewhere", "d", Split.TRAIN);
    Fresh second = Fresh.since(database, 0, first.labelsTo(), List.of("reviewed"), 100);
    assertEquals(1, second.count());
    Labels labels = new Labels(database);
    assertEquals(second.labelsTo(), labels.newest());
    assertEquals(1, labels.list("reviewed", Optional.empty(), first.labelsTo()).size());
    assertEquals(3, labels.list("reviewed", Optional.empty()).size());
  }

  private static void add(String set, String problem, Split split) {
    Labelled labelled =
        new Labelled(
            set,
            problem,
            split,
            new Derivation(problem, List.of("a step")),
            Truth.ofLastStep(1, StepLabel.RIGHT),
            Optional.empty(),
            new Provenance("nobody", "human", "MIT"));
    Sql.transaction(database, connection -> Labels.add(connection, labelled));
  }
}
