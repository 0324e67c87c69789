package dev.whetstone.training.retraining;

import dev.whetstone.rollout.Sql;
import dev.whetstone.training.retraining.Retraining.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of {@code retraining}: of each verifier one goes on at most. */
public final class Retrainings {
  /**
   * Nothing where another one goes on, or has begun since the latest was looked at. It begins after
   * that one by any clock: a server whose own is slow would begin without end.
   */
  private static final String BEGIN =
      """
      INSERT INTO retraining (id, verifier, reason, start, recipe, outcomes_to, labels_to, state, step,
        steps, failures, begun_at, changed_at)
      SELECT ?, ?, ?, ?, ?, ?, ?, 'TRAINING', 0, ?, 0, begun_at, begun_at
      FROM (SELECT greatest(?::timestamptz, max(begun_at) + interval '1 microsecond') AS begun_at
            FROM retraining WHERE verifier = ?) AS after_all
      WHERE (SELECT id FROM retraining WHERE verifier = ? ORDER BY begun_at DESC LIMIT 1)
        IS NOT DISTINCT FROM ?::uuid
      ON CONFLICT DO NOTHING
      """;

  private static final String LIST =
      "SELECT * FROM retraining WHERE verifier = ? ORDER BY begun_at DESC LIMIT ?";

  private static final String OPEN =
      "SELECT * FROM retraining WHERE verifier = ? AND state = 'TRAINING'";

  private static final String STEPPED =
      "UPDATE retraining SET step = ?, changed_at = ? WHERE id = ? AND state = 'TRAINING'";

  private static final String ENDED =
      """
      UPDATE retraining SET state = ?, version = ?, failure = ?, changed_at = ?
      WHERE id = ? AND state = 'TRAINING'
      """;

  private static final String STUMBLED =
      "UPDATE retraining SET failures = failures + 1, changed_at = ? WHERE id = ? RETURNING"
          + " failures";

  private final DataSource database;
  private final InstantSource clock;

  public Retrainings(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The latest first. */
  public List<Retraining> list(String verifier, int limit) {
    return Sql.transaction(
        database, connection -> Sql.list(connection, LIST, Retrainings::read, verifier, limit));
  }

  Optional<Retraining> latest(String verifier) {
    return list(verifier, 1).stream().findFirst();
  }

  /** The one that goes on. */
  Optional<Retraining> open(String verifier) {
    return Sql.transaction(
            database, connection -> Sql.list(connection, OPEN, Retrainings::read, verifier))
        .stream()
        .findFirst();
  }

  /**
   * @param latest when it was decided that another one is due
   * @return whether it has begun: not where another server was faster
   */
  boolean begin(String verifier, Retraining begun, Optional<UUID> latest) {
    return Sql.transaction(
            database,
            connection ->
                Sql.update(
                    connection,
                    BEGIN,
                    begun.id(),
                    verifier,
                    begun.reason(),
                    begun.start(),
                    begun.recipe(),
                    begun.outcomesTo(),
                    begun.labelsTo(),
                    begun.steps(),
                    Timestamp.from(begun.begunAt()),
                    verifier,
                    verifier,
                    latest.map(UUID::toString).orElse(null)))
        > 0;
  }

  /**
   * @return whether it still goes on
   */
  boolean stepped(Connection connection, UUID id, int step) throws SQLException {
    return Sql.update(connection, STEPPED, step, now(), id) > 0;
  }

  void trained(UUID id, String version) {
    end(id, State.TRAINED, version, null);
  }

  void failed(UUID id, String failure) {
    end(id, State.FAILED, null, failure);
  }

  private void end(UUID id, State state, String version, String failure) {
    Sql.transaction(database, connection -> end(connection, id, state, version, failure));
  }

  private int end(Connection connection, UUID id, State state, String version, String failure)
      throws SQLException {
    return Sql.update(connection, ENDED, state.name(), version, failure, now(), id);
  }

  /**
   * Its process has ended with a fault.
   *
   * @param most faults that are borne
   * @return whether it goes on
   */
  boolean stumbled(UUID id, int most, String fault) {
    return Sql.transaction(
        database,
        connection -> {
          int failures = Sql.list(connection, STUMBLED, row -> row.getInt(1), now(), id).getFirst();
          if (failures > most) end(connection, id, State.FAILED, null, fault);
          return failures <= most;
        });
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Retraining read(ResultSet row) throws SQLException {
    return new Retraining(
        row.getObject("id", UUID.class),
        row.getString("reason"),
        row.getString("start"),
        row.getString("recipe"),
        row.getLong("outcomes_to"),
        row.getLong("labels_to"),
        State.valueOf(row.getString("state")),
        row.getInt("step"),
        row.getInt("steps"),
        row.getInt("failures"),
        row.getTimestamp("begun_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        Optional.ofNullable(row.getString("version")),
        Optional.ofNullable(row.getString("failure")));
  }
}
