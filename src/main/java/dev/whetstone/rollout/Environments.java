package dev.whetstone.rollout;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Tool;
import dev.whetstone.task.family.Families;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs under the names that a trainer knows: a run's own identifier, or a curriculum, whose run is
 * made when first asked for and shared by all who name it.
 */
@ApplicationScoped
public class Environments {
  private final Curricula curricula;
  private final Runs runs;
  private final EpisodeLimits limits;
  private final AgroalDataSource database;
  private final Map<String, List<Tool>> toolsOf = new ConcurrentHashMap<>();

  Environments(Curricula curricula, Runs runs, EpisodeLimits limits, AgroalDataSource database) {
    this.curricula = curricula;
    this.runs = runs;
    this.limits = limits;
    this.database = database;
  }

  /** Those that need no run of one's own. */
  public List<String> names() {
    return curricula.all().stream().map(Curriculum::name).toList();
  }

  /** A run has one split, a curriculum both. */
  public List<Split> splits(String name) {
    Optional<UUID> run = id(name);
    if (run.isPresent()) return List.of(runs.known(run.get()).split());
    curricula.named(name);
    return List.of(Split.values());
  }

  /**
   * @throws UnknownRun if the name is an identifier, and there is no such run with this split
   * @throws dev.whetstone.curriculum.file.UnknownCurriculum if it is no curriculum either
   */
  public Run run(String name, Split split) {
    Optional<UUID> id = id(name);
    return id.isPresent() ? own(id.get(), split) : shared(curricula.named(name), split);
  }

  /** Whether a run is what the name stands for, or one of those. */
  public boolean has(String name, UUID run) {
    return id(name).map(run::equals).orElseGet(() -> runs.known(run).curriculum().equals(name));
  }

  /** What players may call in some of its tasks. */
  public List<Tool> tools(String name) {
    String curriculum = id(name).map(id -> runs.known(id).curriculum()).orElse(name);
    Map<String, Tool> tools = new LinkedHashMap<>();
    for (FamilyRange range : curricula.named(curriculum).families())
      for (Tool tool : toolsOf.computeIfAbsent(range.name(), Environments::toolsOf))
        tools.putIfAbsent(tool.name(), tool);
    return List.copyOf(tools.values());
  }

  /** A family's hardest tasks have every tool that its others have. */
  private static List<Tool> toolsOf(String family) {
    Optional<TaskFamily> game =
        Families.games().stream().filter(known -> known.name().equals(family)).findFirst();
    return game.map(Environments::toolsOf).orElse(List.of(Episode.ANSWER));
  }

  private static List<Tool> toolsOf(TaskFamily game) {
    Levels hardest = Levels.highest(game.controls());
    return Episode.tools(Identity.of(game, hardest, Split.TRAIN, "tools", 0).make(game));
  }

  /** Tasks in a trainer's list; a list that came to its end begins anew with others. */
  public int size(Split split) {
    return split == Split.TRAIN ? limits.trainSlots() : limits.evaluationSlots();
  }

  private static Optional<UUID> id(String name) {
    return name.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? Optional.of(UUID.fromString(name))
        : Optional.empty();
  }

  private Run own(UUID id, Split split) {
    Run run = runs.known(id);
    if (run.split() != split) throw new UnknownRun(id);
    return run;
  }

  private Run shared(Curriculum curriculum, Split split) {
    Optional<UUID> known = find(curriculum, split);
    return runs.known(known.isPresent() ? known.get() : made(curriculum, split));
  }

  private Optional<UUID> find(Curriculum curriculum, Split split) {
    return Sql.transaction(database, connection -> find(connection, curriculum, split));
  }

  private static Optional<UUID> find(Connection connection, Curriculum curriculum, Split split)
      throws SQLException {
    return Sql.list(
            connection,
            """
            SELECT run_id FROM environment e JOIN run r ON r.id = e.run_id
            WHERE e.curriculum = ? AND e.split = ? AND e.curriculum_hash = ?
              AND r.finished_at IS NULL
            """,
            row -> row.getObject(1, UUID.class),
            curriculum.name(),
            split.name(),
            curriculum.sha256())
        .stream()
        .findFirst();
  }

  /** Where two make it at once, the second takes the first's, and its own is finished unused. */
  private UUID made(Curriculum curriculum, Split split) {
    Run run =
        runs.create(
            new Runs.NewRun(
                curriculum.name() + " for all",
                curriculum.name(),
                limits.groupSize(),
                split,
                Optional.empty(),
                StepCheck.NONE));
    UUID winner = Sql.transaction(database, connection -> settle(connection, run, split));
    if (!winner.equals(run.id())) runs.finish(run.id());
    return winner;
  }

  private static UUID settle(Connection connection, Run run, Split split) throws SQLException {
    return Sql.list(
            connection,
            """
            INSERT INTO environment AS e (curriculum, split, curriculum_hash, run_id)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant, curriculum, split, curriculum_hash) DO UPDATE SET run_id =
              CASE WHEN (SELECT finished_at IS NULL FROM run WHERE id = e.run_id)
                   THEN e.run_id ELSE excluded.run_id END
            RETURNING run_id
            """,
            row -> row.getObject(1, UUID.class),
            run.curriculum(),
            split.name(),
            run.curriculumHash(),
            run.id())
        .getFirst();
  }
}
