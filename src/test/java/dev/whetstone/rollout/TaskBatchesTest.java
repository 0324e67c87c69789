package dev.whetstone.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.cli.TestDatabase;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.rollout.Runs.NewRun;
import dev.whetstone.rollout.TaskBatches.LevelChoice;
import dev.whetstone.task.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskBatchesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Curricula CURRICULA = new Curricula(Path.of("curricula"));
  private static final Curriculum DEFAULT = CURRICULA.named("default");

  private static Run run(String seed) {
    NewRun wanted =
        new NewRun("test", "default", 4, Split.TRAIN, Optional.of(seed), StepCheck.NONE);
    return Runs.create(DATABASE.source(), wanted, DEFAULT);
  }

  private static List<String> questions(TaskBatches tasks, int... counts) {
    List<String> questions = new ArrayList<>();
    for (int count : counts)
      for (Made made : tasks.next(count).tasks()) questions.add(made.task().question());
    return questions;
  }

  /** Whatever the batches: by a run, or by its seed alone. */
  @ParameterizedTest
  @EnumSource
  void aSeedGivesTheTasksOfARunWithThatSeed(LevelChoice levels) {
    TaskBatches alone = TaskBatches.ofSeed(DEFAULT, Split.TRAIN, 4, "seed", levels);
    Run run = run("seed");
    TaskBatches ofRun = TaskBatches.ofRun(DATABASE.source(), CURRICULA, run.id(), levels);
    assertEquals(questions(alone, 1, 30, 9), questions(ofRun, 25, 15));
  }

  @Test
  void tasksOfARunAreOffersThatTheServerKnows() throws Exception {
    Run run = run("known");
    TaskBatches tasks =
        TaskBatches.ofRun(DATABASE.source(), CURRICULA, run.id(), LevelChoice.CURRICULUM);
    List<Made> all = new ArrayList<>(tasks.next(20).tasks());
    all.addAll(tasks.next(20).tasks());
    assertEquals(40, new HashSet<>(all.stream().map(m -> m.offer().id()).toList()).size());
    List<UUID> ids = all.stream().map(made -> made.offer().id()).toList();
    List<Offer> stored = Sql.transaction(DATABASE.source(), c -> new OfferTable().byIds(c, ids));
    assertEquals(new HashSet<>(all.stream().map(Made::offer).toList()), new HashSet<>(stored));
    assertEquals(40, Runs.known(DATABASE.source(), run.id()).tasks());
  }

  @Test
  void thereAreNoTasksOfARunThatIsNotThereOrFinished() {
    TaskBatches none =
        TaskBatches.ofRun(DATABASE.source(), CURRICULA, new UUID(0, 1), LevelChoice.CURRICULUM);
    assertThrows(UnknownRun.class, () -> none.next(1));
    Run run = run("finished");
    Sql.transaction(
        DATABASE.source(),
        c -> Sql.update(c, "UPDATE run SET finished_at = now() WHERE id = ?", run.id()));
    TaskBatches finished =
        TaskBatches.ofRun(DATABASE.source(), CURRICULA, run.id(), LevelChoice.CURRICULUM);
    assertThrows(FinishedRun.class, () -> finished.next(1));
  }

  @Test
  void theChanceOfEveryLevelIsItsShare() {
    EveryLevel every = new EveryLevel(DEFAULT);
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    double families = DEFAULT.families().stream().mapToDouble(f -> f.weight()).sum();
    for (int i = 0; i < 200; i++) {
      var drawn = every.draw(random);
      var range =
          DEFAULT.families().stream()
              .filter(f -> f.name().equals(drawn.cell().family()))
              .findAny()
              .orElseThrow();
      assertTrue(range.allows(drawn.cell().levels()));
      double cells = 1;
      for (var control : range.controls()) cells *= control.highest() - control.lowest() + 1;
      assertEquals(range.weight() / families / cells, drawn.probability(), 1e-12);
    }
  }
}
