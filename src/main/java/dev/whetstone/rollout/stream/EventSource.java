package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Rows that are events, numbered as they were inserted.
 *
 * @param name of its topic, and of its position on record
 * @param table where the rows are
 * @param column with their numbers, drawn from a sequence by the insert itself
 * @param columns that the reader reads
 */
public record EventSource(
    String name, String table, String column, String columns, Sql.Reader<Entry> reader) {
  public EventSource {
    Objects.requireNonNull(name);
    Objects.requireNonNull(reader);
  }

  /** In their order; {@code after} is exclusive, {@code upTo} inclusive. */
  List<Entry> read(Connection connection, long after, long upTo, int limit) throws SQLException {
    return Sql.list(connection, select("", column), reader, after, upTo, limit);
  }

  /** The same of one run, by a number of its own. */
  List<Entry> ofRun(Connection connection, UUID run, Part part) throws SQLException {
    String select = select("run_id = ? AND ", part.column());
    return Sql.list(connection, select, reader, run, part.after(), part.upTo(), part.limit());
  }

  /** Rows of a run that are wanted. */
  record Part(String column, long after, long upTo, int limit) {}

  private String select(String filter, String by) {
    return "SELECT %s FROM %s WHERE %s %s > ? AND %s <= ? ORDER BY %s LIMIT ?"
        .formatted(columns, table, filter, by, by, by);
  }
}
