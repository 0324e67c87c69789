package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of {@code event_position}. */
final class Positions {
  private static final String READ = "SELECT position FROM event_position WHERE source = ?";

  private static final String SAVE =
      """
      INSERT INTO event_position (source, position) VALUES (?, ?)
      ON CONFLICT (source) DO UPDATE
        SET position = greatest(event_position.position, excluded.position)
      """;

  private Positions() {}

  static Optional<Long> read(Connection connection, String source) throws SQLException {
    return Sql.list(connection, READ, row -> row.getLong(1), source).stream().findFirst();
  }

  static void save(Connection connection, String source, long position) throws SQLException {
    Sql.update(connection, SAVE, source, position);
  }
}
