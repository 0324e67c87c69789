package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.CellState;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Move;
import dev.whetstone.curriculum.Reach;
import dev.whetstone.curriculum.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of {@code cell}, {@code reach} and {@code move}, and with the difficulty all of a state.
 */
@ApplicationScoped
class StateTable {
  private final DifficultyTable difficulty;

  StateTable(DifficultyTable difficulty) {
    this.difficulty = difficulty;
  }

  CurriculumState load(Connection connection, RunRow run, Curriculum curriculum)
      throws SQLException {
    return CurriculumState.restore(
        curriculum,
        Map.of(),
        run.lessons(),
        cells(connection, run.id()),
        reach(connection, run.id()),
        difficulty.load(connection, run));
  }

  /** Newest first. */
  List<Move> moves(Connection connection, UUID run, int limit) throws SQLException {
    return Sql.list(
        connection,
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

  void save(Connection connection, UUID run, List<Step> steps) throws SQLException {
    Map<Cell, CellState> changed = new LinkedHashMap<>();
    Map<String, Reach> reached = new LinkedHashMap<>();
    for (Step step : steps) {
      changed.put(step.changed().cell(), step.changed());
      step.move()
          .ifPresent(
              move -> reached.put(move.family(), reachOf(steps.getLast().state(), move.family())));
    }
    saveCells(connection, run, changed.values());
    saveReach(connection, run, reached.values());
    saveDifficulty(connection, run, steps);
    saveMoves(connection, run, steps.stream().flatMap(step -> step.move().stream()).toList());
  }

  private void saveDifficulty(Connection connection, UUID run, List<Step> steps)
      throws SQLException {
    CurriculumState last = steps.getLast().state();
    Set<String> taught =
        steps.stream().map(step -> step.changed().cell().family()).collect(Collectors.toSet());
    difficulty.save(connection, run, last.lessons(), steps.size(), last.difficulty(), taught);
  }

  private static Reach reachOf(CurriculumState state, String family) {
    return state.reach().stream().filter(r -> r.family().equals(family)).findFirst().orElseThrow();
  }

  private static List<CellState> cells(Connection connection, UUID run) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT family, levels, alpha, beta, mixed, groups, usable, rollouts, passed, last_lesson
        FROM cell WHERE run_id = ?
        """,
        row ->
            new CellState(
                OfferTable.cell(row.getString(1), row.getString(2)),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10)),
        run);
  }

  private static List<Reach> reach(Connection connection, UUID run) throws SQLException {
    return Sql.list(
        connection,
        "SELECT family, levels FROM reach WHERE run_id = ?",
        row -> {
          String family = row.getString(1);
          return new Reach(family, OfferTable.cell(family, row.getString(2)).levels());
        },
        run);
  }

  private static void saveCells(Connection connection, UUID run, Collection<CellState> cells)
      throws SQLException {
    Sql.batch(
        connection,
        """
        INSERT INTO cell (run_id, family, levels, alpha, beta, mixed, groups, usable, rollouts, passed,
                          last_lesson)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id, family, levels) DO UPDATE SET
          alpha = excluded.alpha, beta = excluded.beta, mixed = excluded.mixed, groups = excluded.groups,
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
                c.mixed(),
                c.groups(),
                c.usable(),
                c.rollouts(),
                c.passed(),
                c.lastLesson()));
  }

  private static void saveReach(Connection connection, UUID run, Collection<Reach> reach)
      throws SQLException {
    Sql.batch(
        connection,
        """
        INSERT INTO reach (run_id, family, levels) VALUES (?, ?, ?)
        ON CONFLICT (run_id, family) DO UPDATE SET levels = excluded.levels
        """,
        List.copyOf(reach),
        (row, r) -> Sql.fill(row, run, r.family(), r.levels().key()));
  }

  private static void saveMoves(Connection connection, UUID run, List<Move> moves)
      throws SQLException {
    Sql.batch(
        connection,
        """
        INSERT INTO move (run_id, lesson, family, control, from_level, to_level, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        moves,
        (row, m) ->
            Sql.fill(row, run, m.lesson(), m.family(), m.control(), m.from(), m.to(), m.reason()));
  }
}
