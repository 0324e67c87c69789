package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Lesson;
import dev.whetstone.curriculum.replay.Group;
import dev.whetstone.curriculum.replay.Origin;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
             o.chosen_after, o.places, r.split, coalesce(o.seed, r.salt) AS salt, r.steps,
             coalesce(o.seed_index, o.task_index) AS identity_index, o.parent_index,
             o.parent_levels, o.edit, o.question, o.answer
      FROM offer o JOIN run r ON r.id = o.run_id
      """;

  private static final String INSERT =
      """
      INSERT INTO offer (id, run_id, task_index, family, family_version, levels, probability,
                         chosen_after, places, request_key, created_at, seed, seed_index, lesson,
                         parent_index, parent_levels, edit, question, answer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** A closed group, with the offer that its lesson is to be noted on. */
  record Closed(UUID offer, Group group) {
    Lesson lesson() {
      return group.lesson();
    }
  }

  void insert(Connection connection, List<Offer> offers, Optional<String> key, Instant now)
      throws SQLException {
    Sql.batch(connection, INSERT, offers, (row, offer) -> fill(row, offer, key, now, null, false));
  }

  /**
   * A task that the curriculum did not choose.
   *
   * @param seed in place of the run's salt
   * @param teaches whether the curriculum learns from its group
   */
  void insertProposed(
      Connection connection, Offer offer, Optional<String> seed, boolean teaches, Instant now)
      throws SQLException {
    Sql.batch(
        connection,
        INSERT,
        List.of(offer),
        (row, o) -> fill(row, o, Optional.empty(), now, seed.orElse(null), !teaches));
  }

  private static void fill(
      PreparedStatement row,
      Offer offer,
      Optional<String> key,
      Instant now,
      String seed,
      boolean nothingToLearn)
      throws SQLException {
    Identity identity = offer.identity();
    Origin origin = offer.origin().orElse(null);
    Posed posed = offer.posed().orElse(null);
    Sql.fill(
        row,
        offer.id(),
        offer.run(),
        offer.number(),
        identity.family(),
        identity.version(),
        identity.levels().key(),
        offer.probability(),
        offer.chosenAfter(),
        offer.places(),
        key.orElse(null),
        Timestamp.from(now),
        seed,
        identity.index() == offer.number() ? null : identity.index(),
        nothingToLearn ? 0L : null,
        origin == null ? null : origin.parent(),
        origin == null ? null : origin.levels().key(),
        origin == null ? null : origin.edit().name(),
        posed == null ? null : posed.question(),
        posed == null ? null : posed.answer());
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
        UPDATE offer SET closed = true, lesson = CASE WHEN taken = 0 THEN 0 ELSE lesson END
        WHERE id IN (SELECT id FROM offer WHERE NOT closed AND created_at < ?
                     ORDER BY created_at LIMIT ? FOR NO KEY UPDATE SKIP LOCKED)
        """,
        Timestamp.from(oldest),
        limit);
  }

  /** Closed groups that nothing was learned from yet, oldest first; locked. */
  List<Closed> toLearn(Connection connection, RunRow run) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT id, family, levels, taken, passed, coalesce(seed_index, task_index) AS identity_index,
               parent_index, parent_levels, edit, seed IS NOT NULL AS proposed,
               (SELECT count(*) FROM outcome x WHERE ? AND x.offer_id = offer.id AND %s) AS contested
        FROM offer WHERE run_id = ? AND to_learn ORDER BY id FOR NO KEY UPDATE
        """
            .formatted(StepColumn.CONTESTED),
        row -> new Closed(row.getObject("id", UUID.class), group(row)),
        run.steps() == StepCheck.READ,
        run.id());
  }

  /** From columns named as those of an offer. */
  static Group group(ResultSet row) throws SQLException {
    String family = row.getString("family");
    Cell cell = cell(family, row.getString("levels"));
    return new Group(
        new Lesson(cell, row.getInt("taken"), row.getInt("passed")),
        row.getLong("identity_index"),
        ArchiveTable.origin(row, family),
        row.getInt("contested"),
        row.getBoolean("proposed"));
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
            row.getLong("identity_index"));
    String answer = row.getString("answer");
    return new Offer(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        identity,
        row.getInt("places"),
        row.getDouble("probability"),
        row.getLong("chosen_after"),
        StepCheck.valueOf(row.getString("steps")),
        row.getLong("task_index"),
        ArchiveTable.origin(row, family.name()),
        Optional.ofNullable(row.getString("question"))
            .map(question -> new Posed(question, answer)));
  }

  private static TaskFamily known(String family) {
    return Families.named(family)
        .orElseThrow(() -> new IllegalStateException("there is no family " + family + " any more"));
  }
}
