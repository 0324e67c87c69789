package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Lesson;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code offer}, in plain SQL: whole batches in one round trip each. */
@ApplicationScoped
class OfferTable {
  private static final String COLUMNS =
      """
      SELECT o.id, o.run_id, o.task_index, o.family, o.family_version, o.levels, o.probability,
             o.chosen_after, o.places, r.split, r.salt, r.steps
      FROM offer o JOIN run r ON r.id = o.run_id
      """;

  /** A closed group, with the offer that its lesson is to be noted on. */
  record Closed(UUID offer, Lesson lesson) {}

  void insert(Connection connection, List<Offer> offers, Optional<String> key, Instant now)
      throws SQLException {
    Sql.batch(
        connection,
        """
        INSERT INTO offer (id, run_id, task_index, family, family_version, levels, probability,
                           chosen_after, places, request_key, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        offers,
        (row, offer) ->
            Sql.fill(
                row,
                offer.id(),
                offer.run(),
                offer.identity().index(),
                offer.identity().family(),
                offer.identity().version(),
                offer.identity().levels().key(),
                offer.probability(),
                offer.chosenAfter(),
                offer.places(),
                key.orElse(null),
                Timestamp.from(now)));
  }

  List<Offer> byKey(Connection connection, RunRow run, String key) throws SQLException {
    return Sql.list(
        connection,
        COLUMNS + "WHERE o.run_id = ? AND o.request_key = ? ORDER BY o.task_index",
        OfferTable::offer,
        run.id(),
        key);
  }

  /** Those that exist; several offers in one round trip. */
  List<Offer> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
    Object array = ids.toArray(UUID[]::new);
    return Sql.list(connection, COLUMNS + "WHERE o.id = ANY (?)", OfferTable::offer, array);
  }

  /**
   * Closes groups that have waited too long; one without candidates has nothing to teach.
   *
   * @return how many were closed
   */
  int closeOlderThan(Connection connection, Instant oldest, int limit) throws SQLException {
    return Sql.update(
        connection,
        """
        UPDATE offer SET closed = true, lesson = CASE WHEN taken = 0 THEN 0 END
        WHERE id IN (SELECT id FROM offer WHERE NOT closed AND created_at < ?
                     ORDER BY created_at LIMIT ? FOR NO KEY UPDATE SKIP LOCKED)
        """,
        Timestamp.from(oldest),
        limit);
  }

  /** Closed groups that nothing was learned from yet, oldest first; locked. */
  List<Closed> toLearn(Connection connection, UUID run) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT id, family, levels, taken, passed FROM offer
        WHERE run_id = ? AND to_learn ORDER BY id FOR NO KEY UPDATE
        """,
        row ->
            new Closed(
                row.getObject(1, UUID.class),
                new Lesson(cell(row.getString(2), row.getString(3)), row.getInt(4), row.getInt(5))),
        run);
  }

  /** Notes on each offer, in this order, the number of its lesson. */
  void learned(Connection connection, List<Closed> closed, long firstLesson) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < closed.size(); i++)
      rows.add(new Object[] {firstLesson + i, closed.get(i).offer()});
    Sql.batch(connection, "UPDATE offer SET lesson = ? WHERE id = ?", rows, Sql::fill);
  }

  void withdraw(Connection connection, UUID offer) throws SQLException {
    Sql.update(
        connection,
        """
        UPDATE offer SET closed = true, lesson = 0 WHERE id = ? AND NOT closed AND taken = 0
        """,
        offer);
  }

  static Cell cell(String family, String levels) {
    return new Cell(family, Levels.parse(known(family).controls(), levels));
  }

  private static Offer offer(ResultSet row) throws SQLException {
    TaskFamily family = known(row.getString("family"));
    Identity identity =
        new Identity(
            family.name(),
            row.getString("family_version"),
            Levels.parse(family.controls(), row.getString("levels")),
            Split.valueOf(row.getString("split")),
            row.getString("salt"),
            row.getLong("task_index"));
    return new Offer(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        identity,
        row.getInt("places"),
        row.getDouble("probability"),
        row.getLong("chosen_after"),
        StepCheck.valueOf(row.getString("steps")));
  }

  private static TaskFamily known(String family) {
    return Families.named(family)
        .orElseThrow(() -> new IllegalStateException("there is no family " + family + " any more"));
  }
}
