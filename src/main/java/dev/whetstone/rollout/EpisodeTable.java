package dev.whetstone.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code episode}, in plain SQL. */
@ApplicationScoped
class EpisodeTable {
  /** An episode as it stands. */
  record Row(
      UUID id,
      UUID offer,
      List<String> messages,
      List<String> keys,
      boolean over,
      boolean closed) {}

  int open(Connection connection, UUID id, UUID offer, int limit, Instant now) throws SQLException {
    return Sql.update(
        connection,
        """
        INSERT INTO episode (id, offer_id, seen_at) SELECT ?, ?, ?
        WHERE (SELECT count(*) FROM episode WHERE closed_at IS NULL AND NOT over) < ?
        ON CONFLICT (id) DO NOTHING
        """,
        id,
        offer,
        Timestamp.from(now),
        limit);
  }

  Optional<Row> find(Connection connection, UUID id) throws SQLException {
    return Sql.list(
            connection,
            """
            SELECT id, offer_id, messages, keys, over, closed_at IS NOT NULL AS closed
            FROM episode WHERE id = ?
            """,
            EpisodeTable::row,
            id)
        .stream()
        .findFirst();
  }

  /** Whether it was the episode's next message, and not another's. */
  boolean append(
      Connection connection, Row row, String message, String key, boolean over, Instant now)
      throws SQLException {
    int changed =
        Sql.update(
            connection,
            """
            UPDATE episode SET messages = messages || ?, keys = keys || ?, over = ?, seen_at = ?
            WHERE id = ? AND cardinality(messages) = ? AND NOT over
            """,
            message,
            key,
            over,
            Timestamp.from(now),
            row.id(),
            row.messages().size());
    return changed == 1;
  }

  int end(Connection connection, UUID id) throws SQLException {
    return Sql.update(connection, "UPDATE episode SET over = true WHERE id = ?", id);
  }

  /** Takes back the message that was appended to this row. */
  int takeBack(Connection connection, Row row) throws SQLException {
    return Sql.update(
        connection,
        """
        UPDATE episode SET messages = trim_array(messages, 1), keys = trim_array(keys, 1), over = false
        WHERE id = ? AND cardinality(messages) = ?
        """,
        row.id(),
        row.messages().size() + 1);
  }

  void touch(Connection connection, UUID id, Instant now) throws SQLException {
    Sql.update(connection, "UPDATE episode SET seen_at = ? WHERE id = ?", Timestamp.from(now), id);
  }

  int close(Connection connection, UUID id, Instant now) throws SQLException {
    return Sql.update(
        connection,
        "UPDATE episode SET closed_at = ? WHERE id = ? AND closed_at IS NULL",
        Timestamp.from(now),
        id);
  }

  /** Closes what waited too long, and forgets what was closed as long ago. */
  int sweep(Connection connection, Instant now, Instant oldest, int limit) throws SQLException {
    Timestamp before = Timestamp.from(oldest);
    int gone =
        Sql.update(
            connection,
            """
            DELETE FROM episode WHERE id IN (
              SELECT id FROM episode WHERE closed_at < ? AND seen_at < ? LIMIT ?)
            """,
            before,
            before,
            limit);
    int closed =
        Sql.update(
            connection,
            """
            UPDATE episode SET closed_at = ? WHERE id IN (
              SELECT id FROM episode WHERE closed_at IS NULL AND seen_at < ?
              LIMIT ? FOR UPDATE SKIP LOCKED)
            """,
            Timestamp.from(now),
            before,
            limit);
    return Math.max(gone, closed);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("offer_id", UUID.class),
        List.of((String[]) row.getArray("messages").getArray()),
        List.of((String[]) row.getArray("keys").getArray()),
        row.getBoolean("over"),
        row.getBoolean("closed"));
  }
}
