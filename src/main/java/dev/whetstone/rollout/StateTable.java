package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.CellState;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Move;
import dev.whetstone.curriculum.Reach;
import dev.whetstone.curriculum.Step;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code cell}, {@code reach} and {@code move}: a curriculum's state. */
@ApplicationScoped
class StateTable {
  private final AgroalDataSource database;

  StateTable(AgroalDataSource database) {
    this.database = database;
  }

  CurriculumState load(StoredRun run, Curriculum curriculum) {
    return CurriculumState.restore(
        curriculum, Lessons.RELIABILITY, run.lessons, cells(run.id), reach(run.id));
  }

  /** Newest first. */
  List<Move> moves(UUID run, int limit) {
    return Sql.list(
        database,
        """
        SELECT lesson, family, control, from_level, to_level, reason FROM move
        WHERE run_id = ? ORDER BY lesson DESC LIMIT ?
        """,
        row ->
            new Move(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6)),
        run,
        limit);
  }

  void save(UUID run, List<Step> steps) {
    Map<Cell, CellState> changed = new LinkedHashMap<>();
    Map<String, Reach> reached = new LinkedHashMap<>();
    for (Step step : steps) {
      changed.put(step.changed().cell(), step.changed());
      step.move()
          .ifPresent(
              move -> reached.put(move.family(), reachOf(steps.getLast().state(), move.family())));
    }
    saveCells(run, changed.values());
    saveReach(run, reached.values());
    saveMoves(run, steps.stream().flatMap(step -> step.move().stream()).toList());
  }

  private static Reach reachOf(CurriculumState state, String family) {
    return state.reach().stream().filter(r -> r.family().equals(family)).findFirst().orElseThrow();
  }

  private List<CellState> cells(UUID run) {
    return Sql.list(
        database,
        """
        SELECT family, levels, alpha, beta, groups, usable, rollouts, passed, last_lesson
        FROM cell WHERE run_id = ?
        """,
        row ->
            new CellState(
                OfferTable.cell(row.getString(1), row.getString(2)),
                row.getDouble(3),
                row.getDouble(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9)),
        run);
  }

  private List<Reach> reach(UUID run) {
    return Sql.list(
        database,
        "SELECT family, levels FROM reach WHERE run_id = ?",
        row -> {
          String family = row.getString(1);
          return new Reach(family, OfferTable.cell(family, row.getString(2)).levels());
        },
        run);
  }

  private void saveCells(UUID run, Collection<CellState> cells) {
    Sql.batch(
        database,
        """
        INSERT INTO cell (run_id, family, levels, alpha, beta, groups, usable, rollouts, passed,
                          last_lesson)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id, family, levels) DO UPDATE SET
          alpha = excluded.alpha, beta = excluded.beta, groups = excluded.groups,
          usable = excluded.usable, rollouts = excluded.rollouts, passed = excluded.passed,
          last_lesson = excluded.last_lesson
        """,
        List.copyOf(cells),
        (row, c) ->
            Sql.fill(
                row,
                run,
                c.cell().family(),
                c.cell().levels().key(),
                c.alpha(),
                c.beta(),
                c.groups(),
                c.usable(),
                c.rollouts(),
                c.passed(),
                c.lastLesson()));
  }

  private void saveReach(UUID run, Collection<Reach> reach) {
    Sql.batch(
        database,
        """
        INSERT INTO reach (run_id, family, levels) VALUES (?, ?, ?)
        ON CONFLICT (run_id, family) DO UPDATE SET levels = excluded.levels
        """,
        List.copyOf(reach),
        (row, r) -> Sql.fill(row, run, r.family(), r.levels().key()));
  }

  private void saveMoves(UUID run, List<Move> moves) {
    Sql.batch(
        database,
        """
        INSERT INTO move (run_id, lesson, family, control, from_level, to_level, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        moves,
        (row, m) ->
            Sql.fill(row, run, m.lesson(), m.family(), m.control(), m.from(), m.to(), m.reason()));
  }
}
