package dev.whetstone.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The one process that does a piece of work, by the work's name: it holds an advisory lock of
 * PostgreSQL, which lets go of it when the process, or its connection, ends. No clock is asked. A
 * connection that is cut without a word is given up within a minute or so by both of its ends.
 */
public final class Leader implements AutoCloseable {
  private static final int LOCK_CLASS = 0x57_48_02;
  private static final int ANSWER_MILLIS = 60_000;

  /** Of the database's end, in seconds; its system's own would hold the lock for two hours. */
  private static final List<String> ALIVE =
      List.of(
          "SET tcp_keepalives_idle = 20",
          "SET tcp_keepalives_interval = 10",
          "SET tcp_keepalives_count = 4",
          "SET tcp_user_timeout = '60s'");

  /** Two keys of 32 bits stand in pg_locks as unsigned numbers, with objsubid 2. */
  private static final String THERE =
      """
      SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND classid::bigint = ? AND objid::bigint = hashtext(?)::bigint & 4294967295
        AND objsubid = 2)
      """;

  private final Connection connection;
  private final String work;

  private Leader(Connection connection, String work) {
    this.connection = connection;
    this.work = work;
  }

  /** Empty where another one is. */
  public static Optional<Leader> of(DataSource database, String work) {
    try {
      Connection connection = database.getConnection();
      try {
        if (asked(connection, "pg_try_advisory_lock", work)) {
          watch(connection);
          return Optional.of(new Leader(connection, work));
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static void watch(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
    for (String setting : ALIVE)
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      } catch (SQLException unsupported) {
        // The database's system has no such thing; a broken connection is noticed by the next use.
      }
  }

  /** Whether there is one, somewhere, now. */
  public static boolean isThere(DataSource database, String work) {
    return Sql.transaction(
            database,
            connection -> Sql.list(connection, THERE, row -> row.getBoolean(1), LOCK_CLASS, work))
        .getFirst();
  }

  /** What it leads by: where this fails, another one may lead. In auto-commit. */
  public Connection connection() {
    return connection;
  }

  private static boolean asked(Connection connection, String function, String work)
      throws SQLException {
    return Sql.list(
            connection,
            "SELECT " + function + "(?, hashtext(?))",
            row -> row.getBoolean(1),
            LOCK_CLASS,
            work)
        .getFirst();
  }

  /** A pool keeps the connection: the lock is given back before it. */
  @Override
  public void close() {
    try (connection) {
      asked(connection, "pg_advisory_unlock", work);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
