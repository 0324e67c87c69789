package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Up to where a table's rows are all there: a number that was drawn earlier may be committed later,
 * or never. Whoever inserts locks the table before a number is drawn and until its row is seen by
 * all; so once those are gone that held such a lock after a row was seen, no number below that
 * row's is still to come. Nobody is kept waiting by it. For a connection in auto-commit.
 */
final class Horizon {
  private static final String WRITERS =
      """
      SELECT virtualtransaction FROM pg_locks
      WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND relation = ?::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  private final String table;
  private final String newest;
  private Set<String> writers = Set.of();
  private long seen;
  private long settled;

  Horizon(String table, String column) {
    this.table = table;
    this.newest = "SELECT coalesce(max(" + column + "), 0) FROM " + table;
  }

  static Horizon of(EventSource source) {
    return new Horizon(source.table(), source.column());
  }

  long look(Connection connection) throws SQLException {
    if (writers.isEmpty()) begin(connection);
    else writers.retainAll(writers(connection));
    if (writers.isEmpty()) settled = seen;
    return settled;
  }

  /** The writers after the newest row, or one that came between would be missed. */
  private void begin(Connection connection) throws SQLException {
    long top = newest(connection);
    if (top <= settled) return;
    seen = top;
    writers = new HashSet<>(writers(connection));
  }

  /** Of the rows that are seen; earlier ones may still come. */
  long newest(Connection connection) throws SQLException {
    return Sql.list(connection, newest, row -> row.getLong(1)).getFirst();
  }

  /** Who holds such a lock now. */
  List<String> writers(Connection connection) throws SQLException {
    return Sql.list(connection, WRITERS, row -> row.getString(1), table);
  }
}
