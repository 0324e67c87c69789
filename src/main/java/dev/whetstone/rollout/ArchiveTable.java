package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.replay.Archive;
import dev.whetstone.curriculum.replay.Case;
import dev.whetstone.curriculum.replay.Edit;
import dev.whetstone.curriculum.replay.Origin;
import dev.whetstone.task.Levels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of {@code archived_case}. */
@ApplicationScoped
class ArchiveTable {
  /** By their latest lessons, which is the order in which they were folded. */
  Archive load(Connection connection, UUID run) throws SQLException {
    return new Archive(
        Sql.list(
            connection,
            """
            SELECT case_index, family, levels, parent_index, parent_levels, edit, score,
                   contested, lesson
            FROM archived_case WHERE run_id = ? ORDER BY lesson
            """,
            row ->
                new Case(
                    row.getLong("case_index"),
                    OfferTable.cell(row.getString("family"), row.getString("levels")),
                    origin(row, row.getString("family")),
                    row.getDouble("score"),
                    row.getInt("contested"),
                    row.getLong("lesson")),
            run));
  }

  /** From the columns of a case or of an offer. */
  static Optional<Origin> origin(ResultSet row, String family) throws SQLException {
    String edit = row.getString("edit");
    if (edit == null) return Optional.empty();
    Levels levels = OfferTable.cell(family, row.getString("parent_levels")).levels();
    return Optional.of(new Origin(row.getLong("parent_index"), levels, Edit.valueOf(edit)));
  }

  void save(Connection connection, UUID run, Archive before, Archive after) throws SQLException {
    Set<Case> known = new HashSet<>(before.cases());
    Set<Case> kept = new HashSet<>(after.cases());
    Sql.batch(
        connection,
        "DELETE FROM archived_case WHERE run_id = ? AND case_index = ?",
        before.cases().stream().filter(c -> !kept.contains(c)).toList(),
        (row, c) -> Sql.fill(row, run, c.index()));
    insert(connection, run, after.cases().stream().filter(c -> !known.contains(c)).toList());
  }

  private static void insert(Connection connection, UUID run, List<Case> cases)
      throws SQLException {
    Sql.batch(
        connection,
        """
        INSERT INTO archived_case (run_id, case_index, family, levels, parent_index, parent_levels,
                                   edit, score, contested, lesson)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        cases,
        (row, c) -> {
          Cell cell = c.cell();
          Origin from = c.origin().orElse(null);
          Sql.fill(
              row,
              run,
              c.index(),
              cell.family(),
              cell.levels().key(),
              from == null ? null : from.parent(),
              from == null ? null : from.levels().key(),
              from == null ? null : from.edit().name(),
              c.score(),
              c.contested(),
              c.lesson());
        });
  }
}
