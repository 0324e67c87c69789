package dev.whetstone.rollout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** JDBC in one line each. */
public final class Sql {
  private Sql() {}

  /** What a row is read as. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** How a value fills the statement's places. */
  @FunctionalInterface
  public interface Filler<T> {
    void fill(PreparedStatement row, T value) throws SQLException;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Commits the work, or takes all of it back.
   *
   * @throws DatabaseFault if the database could not do it
   */
  public static <T> T transaction(DataSource database, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      return committed(connection, work);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** Reads all of one moment, and locks nothing. */
  public static <T> T snapshot(DataSource database, Work<T> work) {
    return transaction(
        database,
        connection -> {
          update(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          return work.on(connection);
        });
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  public static <T> List<T> list(
      Connection connection, String sql, Reader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      return read(statement.executeQuery(), reader);
    }
  }

  public static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      return statement.executeUpdate();
    }
  }

  static <T> void batch(Connection connection, String sql, List<T> rows, Filler<T> filler)
      throws SQLException {
    if (rows.isEmpty()) return;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        filler.fill(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Arrays become SQL arrays: texts, whole numbers, doubles, bytes, identifiers. */
  static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++)
      statement.setObject(
          i + 1, values[i] instanceof Object[] array ? array(statement, array) : values[i]);
  }

  private static Object array(PreparedStatement statement, Object[] array) throws SQLException {
    String type =
        switch (array) {
          case String[] texts -> "text";
          case Integer[] ints -> "int";
          case Double[] doubles -> "float8";
          case byte[][] hashes -> "bytea";
          default -> "uuid";
        };
    return statement.getConnection().createArrayOf(type, array);
  }

  private static <T> List<T> read(ResultSet rows, Reader<T> reader) throws SQLException {
    List<T> list = new ArrayList<>();
    try (rows) {
      while (rows.next()) list.add(reader.read(rows));
    }
    return list;
  }
}
