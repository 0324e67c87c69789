package dev.whetstone.rollout;

import java.sql.SQLException;

/** The database could not do what was asked; ours to mend, and worth another try. */
public final class DatabaseFault extends RuntimeException {
  DatabaseFault(SQLException cause) {
    super(cause);
  }
}
