package dev.whetstone.rollout;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.task.Split;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code run} as a round makes, reads and moves them on, in plain SQL. */
@ApplicationScoped
class RunTable {
  private static final String READ =
      """
      SELECT id, curriculum, curriculum_source, group_size, split, salt, steps, next_index, lessons,
             finished_at IS NOT NULL AS finished
      FROM run WHERE id = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO run (id, name, curriculum, curriculum_source, curriculum_hash, group_size, split,
                       steps, salt, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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

  /**
   * The run as it is told of.
   *
   * @throws UnknownRun if there is no such run
   */
  Run describe(Connection connection, UUID id) throws SQLException {
    List<Run> found = Sql.list(connection, "SELECT * FROM run WHERE id = ?", RunTable::run, id);
    if (found.isEmpty()) throw new UnknownRun(id);
    return found.getFirst();
  }

  private static RunRow one(Connection connection, String sql, UUID id) throws SQLException {
    List<RunRow> found = Sql.list(connection, sql, RunTable::row, id);
    if (found.isEmpty()) throw new UnknownRun(id);
    return found.getFirst();
  }

  /** A new run; its salt is the seed, or else a secret. */
  Run insert(Connection connection, Runs.NewRun wanted, Curriculum curriculum, Instant now)
      throws SQLException {
    UUID id = Ids.next();
    Sql.update(
        connection,
        INSERT,
        id,
        wanted.name(),
        curriculum.name(),
        curriculum.source(),
        curriculum.sha256(),
        wanted.groupSize(),
        wanted.split().name(),
        wanted.steps().name(),
        wanted.seed().orElseGet(() -> UUID.randomUUID().toString()),
        Timestamp.from(now));
    return new Run(
        id,
        wanted.name(),
        curriculum.name(),
        curriculum.sha256(),
        wanted.groupSize(),
        wanted.split(),
        wanted.steps(),
        0,
        0,
        now,
        Optional.empty());
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

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("curriculum"),
        row.getString("curriculum_hash"),
        row.getInt("group_size"),
        Split.valueOf(row.getString("split")),
        StepCheck.valueOf(row.getString("steps")),
        row.getLong("next_index"),
        row.getLong("lessons"),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
  }
}
