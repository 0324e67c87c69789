package dev.whetstone.rollout;

import dev.whetstone.task.Split;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The rows of {@code run} that a round reads and moves on, in plain SQL; {@link Runs} makes them.
 */
@ApplicationScoped
class RunTable {
  private static final String READ =
      """
      SELECT id, curriculum, curriculum_source, group_size, split, salt, steps, next_index, lessons,
             finished_at IS NOT NULL AS finished
      FROM run WHERE id = ?
      """;

  /**
   * The run, locked until the transaction ends: choosing and learning go one after another.
   *
   * @throws UnknownRun if there is no such run
   */
  RunRow lock(Connection connection, UUID id) throws SQLException {
    return one(connection, READ + "FOR NO KEY UPDATE", id);
  }

  /**
   * @throws UnknownRun if there is no such run
   */
  RunRow read(Connection connection, UUID id) throws SQLException {
    return one(connection, READ, id);
  }

  private static RunRow one(Connection connection, String sql, UUID id) throws SQLException {
    List<RunRow> found = Sql.list(connection, sql, RunTable::row, id);
    if (found.isEmpty()) throw new UnknownRun(id);
    return found.getFirst();
  }

  /** Finishing a finished run changes nothing. */
  void finish(Connection connection, UUID id, Instant now) throws SQLException {
    Sql.update(
        connection,
        "UPDATE run SET finished_at = ? WHERE id = ? AND finished_at IS NULL",
        Timestamp.from(now),
        id);
  }

  void advance(Connection connection, RunRow run, long nextIndex, long lessons)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE run SET next_index = ?, lessons = ? WHERE id = ?",
        nextIndex,
        lessons,
        run.id());
  }

  private static RunRow row(ResultSet row) throws SQLException {
    return new RunRow(
        row.getObject("id", UUID.class),
        row.getString("curriculum"),
        row.getString("curriculum_source"),
        row.getInt("group_size"),
        Split.valueOf(row.getString("split")),
        row.getString("salt"),
        StepCheck.valueOf(row.getString("steps")),
        row.getLong("next_index"),
        row.getLong("lessons"),
        row.getBoolean("finished"));
  }
}
