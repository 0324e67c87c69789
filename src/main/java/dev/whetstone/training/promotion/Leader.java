package dev.whetstone.training.promotion;

import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The one replica that measures a verifier's candidates: it holds an advisory lock of PostgreSQL,
 * which lets go of it when the process, or its connection, ends.
 */
final class Leader implements AutoCloseable {
  private static final int LOCK_CLASS = 0x57_48_02;

  private final Connection connection;
  private final String verifier;

  private Leader(Connection connection, String verifier) {
    this.connection = connection;
    this.verifier = verifier;
  }

  /** Empty where another one is. */
  static Optional<Leader> of(DataSource database, String verifier) {
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
