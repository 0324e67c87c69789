package dev.whetstone.rollout.stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The rows of {@code move} as events. */
final class MoveEvents {
  private static final String COLUMNS =
      """
      number, run_id, lesson, family, control, from_level, to_level, reason, moved_at
      """;

  static final EventSource SOURCE =
      new EventSource("curriculum", "move", "number", COLUMNS, MoveEvents::entry);

  @Produces
  @Singleton
  static EventSource source() {
    return SOURCE;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    UUID run = row.getObject("run_id", UUID.class);
    MoveEvent data =
        new MoveEvent(
            row.getLong("lesson"),
            row.getString("family"),
            row.getString("control"),
            row.getInt("from_level"),
            row.getInt("to_level"),
            row.getString("reason"));
    Event event =
        new Event(
            MoveEvent.TYPE,
            MoveEvent.VERSION,
            MoveEvent.TYPE + ":" + run + ":" + data.lesson(),
            row.getTimestamp("moved_at").toInstant(),
            run,
            data);
    return new Entry(row.getLong("number"), run.toString(), event);
  }
}
