package dev.whetstone.training.promotion;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** Changes of a verifier's record, each one transaction, one after the other. */
record Changes(DataSource database, InstantSource clock) {
  /** What is done with the record as it stands. */
  @FunctionalInterface
  interface Change<T> {
    T of(Connection connection, Map<String, State> states) throws SQLException;
  }

  <T> T of(String verifier, Change<T> change) {
    return Sql.transaction(
        database,
        connection -> {
          VersionTable.lock(connection, verifier);
          return change.of(connection, VersionTable.states(connection, verifier));
        });
  }

  Event event(State state, String decidedBy, String reason) {
    return Event.of(state, clock.instant(), decidedBy, reason);
  }
}
