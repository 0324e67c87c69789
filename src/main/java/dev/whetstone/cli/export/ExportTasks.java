package dev.whetstone.cli.export;

import dev.whetstone.cli.CurriculaFolder;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.Progress;
import dev.whetstone.cli.Speech;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.curriculum.file.CurriculumErrors;
import dev.whetstone.curriculum.file.UnknownCurriculum;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.FinishedRun;
import dev.whetstone.rollout.Run;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.Runs.NewRun;
import dev.whetstone.rollout.StepCheck;
import dev.whetstone.rollout.TaskBatches;
import dev.whetstone.rollout.TaskBatches.LevelChoice;
import dev.whetstone.rollout.UnknownRun;
import dev.whetstone.rollout.export.TaskFormat;
import dev.whetstone.task.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export tasks}: fresh tasks, with handles or with answers. */
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    description = {
      "Writes fresh tasks. Each belongs to a run in the database and has its handle as label: a"
          + " trainer sends it back with each completion, and the answer never leaves the server.",
      "With --answers there is no run and no database: each task has one right answer as label."
    },
    footer = {
      "",
      "Example: ./whetstone export tasks --format verl --count 10000 --out train.parquet"
    })
final class ExportTasks implements Callable<Integer> {
  private static final int MOST = 1_000_000_000;
  private static final Set<String> SECRETS = Set.of("--jdbc-url");

  /** With the seed whoever has the file could make the answers. */
  private static final Set<String> SECRETS_WITHOUT_ANSWERS = Set.of("--jdbc-url", "--seed");

  @Spec private CommandSpec spec;
  @Mixin private Speech speech;
  @Mixin private OutOptions out;
  @Mixin private CurriculaFolder curricula;
  @Mixin private DatabaseOptions database;

  @Option(names = "--format", required = true, description = "whose keys: ${COMPLETION-CANDIDATES}")
  private TaskFormat format;

  @Option(names = "--count", required = true, description = "how many rows")
  private int count;

  @Option(
      names = "--curriculum",
      defaultValue = "default",
      description = "which families and levels (default: ${DEFAULT-VALUE})")
  private String curriculum;

  @Option(
      names = "--levels",
      defaultValue = "curriculum",
      description =
          "curriculum: as it would ask now; all: every level it allows alike (default:"
              + " ${DEFAULT-VALUE})")
  private LevelChoice levels;

  @Option(
      names = "--split",
      defaultValue = "train",
      description = "train or evaluation: their questions never meet (default: ${DEFAULT-VALUE})")
  private Split split;

  @Option(
      names = "--seed",
      description = "the same seed gives the same tasks; a secret one is drawn otherwise")
  private Optional<String> seed;

  @Option(names = "--answers", description = "put the answers into the file")
  private boolean answers;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description =
          "further tasks of this run, by its curriculum as it is now (default: a new run)")
  private Optional<UUID> run;

  @Option(
      names = "--name",
      defaultValue = "export",
      description = "name of the new run (default: ${DEFAULT-VALUE})")
  private String name;

  @Option(
      names = "--group-size",
      defaultValue = "8",
      description = "candidates of each task that are saved (default: ${DEFAULT-VALUE})")
  private int groupSize;

  @Override
  public Integer call() {
    requireSensible();
    try {
      out.requireFree();
      Map<String, Curriculum> known = Curricula.read(curricula.path());
      if (answers) return ofSeed(known);
      try (Database db = Database.open(database)) {
        return ofRun(db, known);
      }
    } catch (CurriculumErrors e) {
      return speech.failed(new IOException("the curricula have faults:\n" + e.getMessage(), e));
    } catch (DatabaseFault e) {
      return speech.failed(new IOException("the database: " + e.getCause().getMessage(), e));
    } catch (IOException | UncheckedIOException | UnknownCurriculum | UnknownRun | FinishedRun e) {
      return speech.failed(e);
    }
  }

  private void requireSensible() {
    speech.require(count >= 1 && count <= MOST, "--count is 1 to " + MOST);
    speech.require(groupSize >= 1 && groupSize <= 1024, "--group-size is 1 to 1024");
    speech.require(
        answers || !format.needsAnswer(),
        format + " scores by the answer in its rows, so it needs --answers");
    speech.require(
        !answers || run.isEmpty(), "--answers would give away a run's; leave --run or --answers");
    speech.require(
        run.isEmpty() || seed.isEmpty(), "a run has its seed already; leave --run or --seed");
  }

  private Curriculum curriculum(Map<String, Curriculum> known) {
    Curriculum found = known.get(curriculum);
    if (found == null) throw new UnknownCurriculum(curriculum, known.keySet());
    return found;
  }

  private int ofSeed(Map<String, Curriculum> known) throws IOException {
    String salt = seed.orElseGet(() -> UUID.randomUUID().toString());
    Curriculum by = curriculum(known);
    TaskBatches tasks = TaskBatches.ofSeed(by, split, groupSize, salt, levels);
    Provenance first =
        new Provenance(by.name(), by.sha256(), split, Optional.of(salt), Optional.empty());
    return write(tasks, first);
  }

  private int ofRun(Database db, Map<String, Curriculum> known) throws IOException {
    Run of = run.isPresent() ? Runs.known(db.dataSource(), run.get()) : create(db, known);
    Curricula all = new Curricula(curricula.path());
    TaskBatches tasks = TaskBatches.ofRun(db.dataSource(), all, of.id(), levels);
    Optional<String> id = Optional.of(of.id().toString());
    return write(
        tasks,
        new Provenance(of.curriculum(), of.curriculumHash(), of.split(), Optional.empty(), id));
  }

  private Run create(Database db, Map<String, Curriculum> known) {
    NewRun wanted = new NewRun(name, curriculum, groupSize, split, seed, StepCheck.NONE);
    return Runs.create(db.dataSource(), wanted, curriculum(known));
  }

  /** What the tasks are made from. */
  private record Provenance(
      String curriculum, String hash, Split split, Optional<String> seed, Optional<String> run) {}

  private int write(TaskBatches tasks, Provenance from) throws IOException {
    Progress progress = new Progress(System.err, count, "rows");
    TaskFile file = new TaskFile(out, format, answers);
    Card card = card(file.write(tasks, count, progress), file.left(), from);
    card.save(out.path());
    from.run.ifPresent(id -> speech.out().println("run " + id));
    speech.out().println(card.line());
    return 0;
  }

  private Card card(Export.Written written, Map<String, Long> left, Provenance from) {
    return new Card(
        "Fresh tasks with exact checks, made from seeds"
            + (answers
                ? "; each has one right answer, beside which others may be right"
                : "; each has its handle, which Whetstone's server scores by"),
        format.toString(),
        written,
        answers,
        Optional.of(from.split.name().toLowerCase(Locale.ROOT)),
        Optional.of(new Card.Curriculum(from.curriculum, from.hash)),
        from.seed,
        from.run,
        left,
        "Apache-2.0",
        "whetstone " + Card.VERSION,
        CommandText.of(spec, answers ? SECRETS : SECRETS_WITHOUT_ANSWERS));
  }
}
