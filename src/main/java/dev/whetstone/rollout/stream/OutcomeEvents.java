package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Components;
import dev.whetstone.rollout.StepColumn;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Split;
import dev.whetstone.verify.StepVerdict;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code outcome} as events. */
final class OutcomeEvents {
  private static final String COLUMNS =
      """
      id, run_id, offer_id, place, item_key, family, family_version, levels, split,
      task_index, probability, encode(candidate_hash, 'hex') AS hash, grade, reward,
      components::text AS components, error_probability, verifier, steps::text AS steps,
      formula, received_at
      """;

  static final EventSource SOURCE =
      new EventSource("outcomes", "outcome", "id", COLUMNS, OutcomeEvents::entry);

  @Produces
  @Singleton
  static EventSource source() {
    return SOURCE;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    UUID run = row.getObject("run_id", UUID.class);
    Event event =
        new Event(
            OutcomeEvent.TYPE,
            OutcomeEvent.VERSION,
            OutcomeEvent.TYPE + ":" + id,
            row.getTimestamp("received_at").toInstant(),
            run,
            data(id, row));
    return new Entry(id, run.toString(), event);
  }

  private static OutcomeEvent data(long id, ResultSet row) throws SQLException {
    Grade grade = Grade.valueOf(row.getString("grade"));
    Optional<StepVerdict> steps = StepColumn.read(row.getString("steps"));
    String version = row.getString("family_version");
    return new OutcomeEvent(
        id,
        new TaskHandle(row.getObject("offer_id", UUID.class), version).toString(),
        row.getInt("place"),
        row.getString("item_key"),
        row.getString("family"),
        version,
        row.getString("levels"),
        Split.valueOf(row.getString("split")),
        row.getLong("task_index"),
        row.getDouble("probability"),
        row.getString("hash"),
        grade,
        row.getDouble("reward"),
        Components.read(row.getString("components")),
        row.getDouble("error_probability"),
        row.getString("verifier"),
        steps.map(OutcomeEvents::withoutQuotes).orElse(null),
        StepVerdict.sound(grade, steps).orElse(null),
        row.getString("formula"));
  }

  private static StepVerdict withoutQuotes(StepVerdict said) {
    return said instanceof StepVerdict.Read read ? read.withoutQuotes() : said;
  }
}
