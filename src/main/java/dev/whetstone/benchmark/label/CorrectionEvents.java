package dev.whetstone.benchmark.label;

import dev.whetstone.rollout.stream.Entry;
import dev.whetstone.rollout.stream.Event;
import dev.whetstone.rollout.stream.EventSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of {@code label_correction} as events. */
final class CorrectionEvents {
  private static final String COLUMNS =
      """
      number, set_name, label_id, from_confidence, to_confidence, corrected_at
      """;

  static final EventSource SOURCE =
      new EventSource(
          "corrections", "label_correction", "number", COLUMNS, CorrectionEvents::entry);

  @Produces
  @Singleton
  static EventSource source() {
    return SOURCE;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    CorrectionEvent data =
        new CorrectionEvent(
            row.getString("set_name"),
            row.getString("label_id"),
            row.getDouble("from_confidence"),
            row.getDouble("to_confidence"));
    long number = row.getLong("number");
    Event event =
        new Event(
            CorrectionEvent.TYPE,
            CorrectionEvent.VERSION,
            CorrectionEvent.TYPE + ":" + number,
            row.getTimestamp("corrected_at").toInstant(),
            null,
            data);
    return new Entry(number, data.set(), event);
  }
}
