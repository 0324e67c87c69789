package dev.whetstone.access;

import dev.whetstone.rollout.Sql;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of {@code api_key}. */
final class KeyTable {
  private static final String INSERT =
      """
      INSERT INTO api_key (id, tenant, name, scopes, run_id, hash, per_minute, per_day, created_at,
                           expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LIVE =
      """
      SELECT * FROM api_key
      WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
      """;

  private static final String ROTATE =
      """
      UPDATE api_key SET earlier_hash = hash, earlier_until = ?, hash = ?
      WHERE id = ? AND revoked_at IS NULL
      """;

  /** A key with the hashes it is known by now. */
  record Live(
      ApiKey key, ByteBuffer hash, Optional<ByteBuffer> earlier, Optional<Instant> earlierUntil) {}

  private KeyTable() {}

  static void insert(Connection c, UUID id, NewKey key, byte[] hash, Instant now)
      throws SQLException {
    Sql.update(
        c,
        INSERT,
        id,
        key.tenant(),
        key.name(),
        key.scopes().stream().map(Scope::name).sorted().toArray(String[]::new),
        key.run().orElse(null),
        hash,
        key.perMinute().orElse(null),
        key.perDay().orElse(null),
        Timestamp.from(now),
        key.life().map(life -> Timestamp.from(now.plus(life))).orElse(null));
  }

  static boolean isRunOf(Connection c, UUID run, String tenant) throws SQLException {
    String sql = "SELECT 1 FROM run WHERE id = ? AND tenant = ?";
    return !Sql.list(c, sql, row -> row.getInt(1), run, tenant).isEmpty();
  }

  static Optional<ApiKey> find(Connection c, UUID id) throws SQLException {
    return Sql.list(c, "SELECT * FROM api_key WHERE id = ?", KeyTable::key, id).stream()
        .findFirst();
  }

  /** Newest first. */
  static List<ApiKey> list(Connection c) throws SQLException {
    return Sql.list(c, "SELECT * FROM api_key ORDER BY created_at DESC, id", KeyTable::key);
  }

  static List<Live> live(Connection c) throws SQLException {
    return Sql.list(c, LIVE, KeyTable::live);
  }

  static boolean revoke(Connection c, UUID id, Instant now) throws SQLException {
    String sql = "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
    return Sql.update(c, sql, Timestamp.from(now), id) > 0;
  }

  static boolean rotate(Connection c, UUID id, byte[] hash, Instant until) throws SQLException {
    return Sql.update(c, ROTATE, Timestamp.from(until), hash, id) > 0;
  }

  static void used(Connection c, Set<UUID> keys, Instant now) throws SQLException {
    String sql = "UPDATE api_key SET used_at = ? WHERE id = ANY (?)";
    Sql.update(c, sql, Timestamp.from(now), keys.toArray(UUID[]::new));
  }

  private static Live live(ResultSet row) throws SQLException {
    return new Live(
        key(row),
        ByteBuffer.wrap(row.getBytes("hash")),
        Optional.ofNullable(row.getBytes("earlier_hash")).map(ByteBuffer::wrap),
        instant(row, "earlier_until"));
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("tenant"),
        row.getString("name"),
        Stream.of((String[]) row.getArray("scopes").getArray())
            .map(Scope::valueOf)
            .collect(Collectors.toSet()),
        Optional.ofNullable(row.getObject("run_id", UUID.class)),
        Optional.ofNullable(row.getObject("per_minute", Integer.class)),
        Optional.ofNullable(row.getObject("per_day", Long.class)),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "expires_at"),
        instant(row, "revoked_at"),
        instant(row, "used_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
