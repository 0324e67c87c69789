package dev.whetstone.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A server's database as it is at the first look, read past the server. */
final class LoopSql implements AutoCloseable {
  private final Connection connection;

  LoopSql(PackagedServer server) throws SQLException {
    try {
      connection =
          DriverManager.getConnection(server.jdbcUrl(), "whetstone", server.databasePassword());
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row, its columns as text. */
  List<List<String>> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++)
          row.add(String.valueOf(result.getString(i)));
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  long number(String sql) {
    return Long.parseLong(rows(sql).getFirst().getFirst());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
