package dev.whetstone.rollout;

import java.sql.SQLException;

/** The database could not do what was asked; ours to mend, and worth another try. */
public final class DatabaseFault extends RuntimeException {
  public DatabaseFault(SQLException cause) {
    super(cause);
  }

  /** Whether the row would have been another's, or of another run than the key is for. */
  public boolean isForbidden() {
    return getCause() instanceof SQLException sql && "42501".equals(sql.getSQLState());
  }

  /** Whether a row was at fault (SQL states 22 and 23), not the database. */
  boolean isOfARow() {
    return getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("2[23].*");
  }
}
