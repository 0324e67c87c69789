package dev.whetstone.training.promotion;

import dev.whetstone.rollout.stream.Entry;
import dev.whetstone.rollout.stream.EventSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The rows of {@code verifier_event} as events. */
final class VersionEvents {
  private static final String COLUMNS =
      """
      id, verifier, version, state, decided_by, reason, reports, at
      """;

  static final EventSource SOURCE =
      new EventSource("verifiers", "verifier_event", "id", COLUMNS, VersionEvents::entry);

  @Produces
  @Singleton
  static EventSource source() {
    return SOURCE;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    VersionEvent data =
        new VersionEvent(
            row.getString("verifier"),
            row.getString("version"),
            State.valueOf(row.getString("state")),
            row.getString("decided_by"),
            row.getString("reason"),
            List.of((UUID[]) row.getArray("reports").getArray()));
    long id = row.getLong("id");
    dev.whetstone.rollout.stream.Event event =
        new dev.whetstone.rollout.stream.Event(
            VersionEvent.TYPE,
            VersionEvent.VERSION,
            VersionEvent.TYPE + ":" + id,
            row.getTimestamp("at").toInstant(),
            null,
            data);
    return new Entry(id, data.verifier(), event);
  }
}
