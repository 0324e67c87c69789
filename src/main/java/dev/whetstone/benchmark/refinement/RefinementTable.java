package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.RequestTable;
import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code refinement}. */
final class RefinementTable {
  private static final String INSERT =
      """
      INSERT INTO refinement (id, request_key, content_hash, name, problem, generator, licence, course,
        until, width, rounds, parents, asks_per_parent, analyses_per_ask, refiner, due_at, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?)
      ON CONFLICT (tenant, request_key) DO NOTHING
      """;

  private static final String IN = "now() + ? * interval '1 microsecond'";

  /** One whose attempts are all judged, and were not looked at since. */
  private static final String CLAIM_JUDGED =
      """
      UPDATE refinement SET due_at = %s WHERE id = (
        SELECT r.id FROM refinement r
        WHERE r.ended_at IS NULL AND r.due_at <= now()
          AND r.seen < (SELECT count(*) FROM refinement_attempt a WHERE a.refinement_id = r.id)
          AND NOT EXISTS (
            SELECT 1 FROM refinement_attempt a JOIN labelling l ON l.id = a.labelling_id
            WHERE a.refinement_id = r.id AND l.state = 'OPEN')
        ORDER BY r.due_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED)
      RETURNING *
      """
          .formatted(IN);

  static final RequestTable REQUESTS =
      new RequestTable("refinement", "SELECT * FROM refinement", "name");

  private static final String CLAIM_TO_REFINE =
      """
      UPDATE refinement SET due_at = %s WHERE id = (
        SELECT id FROM refinement WHERE to_refine AND due_at <= now()
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *
      """
          .formatted(IN);

  /**
   * A refinement as it is stored.
   *
   * @param seen attempts that were looked at
   */
  record Row(UUID id, Assignment what, int seen, Instant createdAt, Optional<Instant> endedAt) {}

  private RefinementTable() {}

  /** Whether it is new; no key is like another. */
  static boolean insert(Connection c, UUID id, Optional<String> key, Assignment what, Instant now)
      throws SQLException {
    Plan plan = what.plan();
    return 1
        == Sql.update(
            c,
            INSERT,
            id,
            key.orElse(null),
            what.contentHash(),
            what.name(),
            what.problem(),
            what.generator(),
            what.licence(),
            plan.course().name(),
            plan.until().name(),
            plan.width(),
            plan.rounds(),
            plan.parents(),
            plan.asksPerParent(),
            plan.analysesPerAsk(),
            plan.refiner(),
            Timestamp.from(now));
  }

  static Optional<Row> find(Connection c, UUID id) throws SQLException {
    return Sql.list(c, "SELECT * FROM refinement WHERE id = ?", RefinementTable::row, id).stream()
        .findFirst();
  }

  /** Nobody else adds to it before this transaction ends. */
  static Optional<Row> lock(Connection c, UUID id) throws SQLException {
    String sql = "SELECT * FROM refinement WHERE id = ? FOR UPDATE";
    return Sql.list(c, sql, RefinementTable::row, id).stream().findFirst();
  }

  /** The newest first; of one name, or of all. */
  static List<Row> page(Connection c, Optional<String> name, int from, int size)
      throws SQLException {
    return REQUESTS.page(c, name, from, size, RefinementTable::row);
  }

  /** Those of a name that have ended, as threads, the newest first. */
  static List<Row> endedThreads(Connection c, String name, int limit) throws SQLException {
    return Sql.list(
        c,
        """
        SELECT * FROM refinement WHERE name = ? AND ended_at IS NOT NULL AND course = 'THREADS'
        ORDER BY created_at DESC, id LIMIT ?
        """,
        RefinementTable::row,
        name,
        limit);
  }

  /** Takes one to look at; nobody else takes it for so long. */
  static Optional<Row> claimJudged(Connection c, Duration lease) throws SQLException {
    return claim(c, CLAIM_JUDGED, lease);
  }

  /** Takes one that the refiner is to answer; nobody else takes it for so long. */
  static Optional<Row> claimToRefine(Connection c, Duration lease) throws SQLException {
    return claim(c, CLAIM_TO_REFINE, lease);
  }

  private static Optional<Row> claim(Connection c, String sql, Duration lease) throws SQLException {
    return Sql.list(c, sql, RefinementTable::row, micros(lease)).stream().findFirst();
  }

  /** Lays down what was looked at, unless somebody has looked at as many attempts since. */
  static void looked(Connection c, UUID id, int seen, boolean toRefine) throws SQLException {
    Sql.update(
        c,
        "UPDATE refinement SET seen = ?, to_refine = ?, due_at = now() WHERE id = ? AND seen < ?",
        seen,
        toRefine,
        id,
        seen);
  }

  /** Lays down what the refiner was asked about, unless more was looked at since. */
  static void asked(Connection c, Row row, boolean toRefine, Duration rest) throws SQLException {
    Sql.update(
        c,
        "UPDATE refinement SET to_refine = ?, due_at = " + IN + " WHERE id = ? AND seen = ?",
        toRefine,
        micros(rest),
        row.id(),
        row.seen());
  }

  static void end(Connection c, UUID id, Instant now) throws SQLException {
    Sql.update(
        c,
        "UPDATE refinement SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
        Timestamp.from(now),
        id);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  private static Row row(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Row(
        row.getObject("id", UUID.class),
        new Assignment(
            row.getString("name"),
            row.getString("problem"),
            row.getString("generator"),
            row.getString("licence"),
            plan(row)),
        row.getInt("seen"),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(ended).map(Timestamp::toInstant));
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        Course.valueOf(row.getString("course")),
        Until.valueOf(row.getString("until")),
        row.getInt("width"),
        row.getInt("rounds"),
        row.getInt("parents"),
        row.getInt("asks_per_parent"),
        row.getInt("analyses_per_ask"),
        row.getBoolean("refiner"));
  }
}
