package dev.whetstone.rollout;

import java.sql.SQLException;

/** The database could not do what was asked; ours to mend, and worth another try. */
public final class DatabaseFault extends RuntimeException {
  private static final String UNIQUE_VIOLATION = "23505";

  DatabaseFault(SQLException cause) {
    super(cause);
  }

  boolean isUniqueViolation() {
    return getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }
}
