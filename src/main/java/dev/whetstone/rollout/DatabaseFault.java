package dev.whetstone.rollout;

import java.sql.SQLException;

/** The database could not do what was asked; ours to mend, and worth another try. */
public final class DatabaseFault extends RuntimeException {
  public DatabaseFault(SQLException cause) {
    super(cause);
  }

  /** Whether a row was at fault (SQL states 22 and 23), not the database. */
  boolean isOfARow() {
    return getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("2[23].*");
  }
}
