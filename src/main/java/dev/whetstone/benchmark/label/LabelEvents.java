package dev.whetstone.benchmark.label;

import dev.whetstone.rollout.stream.Entry;
import dev.whetstone.rollout.stream.Event;
import dev.whetstone.rollout.stream.EventSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of {@code labelled_solution} as events. */
final class LabelEvents {
  private static final String COLUMNS =
      """
      serial, set_name, id, split, labels, scope, final_answer_correct, generator,
      label_source, licence, confidence, added_at
      """;

  static final EventSource SOURCE =
      new EventSource("labels", "labelled_solution", "serial", COLUMNS, LabelEvents::entry);

  @Produces
  @Singleton
  static EventSource source() {
    return SOURCE;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    LabelEvent data =
        new LabelEvent(
            row.getString("set_name"),
            row.getString("id"),
            row.getString("split"),
            row.getString("labels"),
            row.getString("scope"),
            row.getObject("final_answer_correct", Boolean.class),
            row.getString("generator"),
            row.getString("label_source"),
            row.getString("licence"),
            row.getDouble("confidence"));
    long serial = row.getLong("serial");
    Event event =
        new Event(
            LabelEvent.TYPE,
            LabelEvent.VERSION,
            LabelEvent.TYPE + ":" + serial,
            row.getTimestamp("added_at").toInstant(),
            null,
            data);
    return new Entry(serial, data.set(), event);
  }
}
