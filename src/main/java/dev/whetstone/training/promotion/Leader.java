package dev.whetstone.training.promotion;

import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The one process that trains and measures a verifier's versions: it holds an advisory lock of
 * PostgreSQL, which lets go of it when the process, or its connection, ends.
 */
public final class Leader implements AutoCloseable {
  private static final int LOCK_CLASS = 0x57_48_02;

  /** Two keys of 32 bits stand in pg_locks as unsigned numbers, with objsubid 2. */
  private static final String THERE =
      """
      SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND classid::bigint = ? AND objid::bigint = hashtext(?)::bigint & 4294967295
        AND objsubid = 2)
      """;

  private final Connection connection;
  private final String verifier;

  private Leader(Connection connection, String verifier) {
    this.connection = connection;
    this.verifier = verifier;
  }

  /** Empty where another one is. */
  public static Optional<Leader> of(DataSource database, String verifier) {
    try {
      Connection connection = database.getConnection();
      if (asked(connection, "pg_try_advisory_lock", verifier))
        return Optional.of(new Leader(connection, verifier));
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** Whether there is one, somewhere, now. */
  public static boolean isThere(DataSource database, String verifier) {
    return Sql.transaction(
            database,
            connection ->
                Sql.list(connection, THERE, row -> row.getBoolean(1), LOCK_CLASS, verifier))
        .getFirst();
  }

  /** What it leads by: where this fails, another one may lead. In auto-commit. */
  public Connection connection() {
    return connection;
  }

  private static boolean asked(Connection connection, String function, String verifier)
      throws SQLException {
    return Sql.list(
            connection,
            "SELECT " + function + "(?, hashtext(?))",
            row -> row.getBoolean(1),
            LOCK_CLASS,
            verifier)
        .getFirst();
  }

  /** A pool keeps the connection: the lock is given back before it. */
  @Override
  public void close() {
    try (connection) {
      asked(connection, "pg_advisory_unlock", verifier);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
