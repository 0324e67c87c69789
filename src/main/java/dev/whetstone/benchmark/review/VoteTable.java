package dev.whetstone.benchmark.review;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code review_vote}: who has which item in hand, and what was said of it. */
final class VoteTable {
  private static final String[] BLIND = {"OPEN", "GOLD"};
  private static final String[] IN_SIGHT = {"DISPUTED"};

  private static final String HELD =
      """
      SELECT v.item_id FROM review_vote v JOIN review_item i ON i.id = v.item_id
      WHERE v.rater = ? AND v.state = 'LEASED' AND v.leased_until > ? AND v.adjudicates = ?
        AND i.state = ANY (?)
      ORDER BY v.leased_until DESC LIMIT 1
      """;

  private static final String UNSEEN_GOLD =
      """
      SELECT i.id FROM review_item i
      WHERE i.state = 'GOLD' AND NOT EXISTS (
        SELECT FROM review_vote v WHERE v.item_id = i.id AND v.rater = ? AND v.state <> 'LEASED')
      ORDER BY random() LIMIT 1
      """;

  /** Items that no vote of this rater is on, and that lack a rater. */
  private static final String LACKING =
      """
      FROM review_item i
      WHERE i.state = ? AND NOT EXISTS (
          SELECT FROM review_vote v WHERE v.item_id = i.id AND v.rater = ? AND v.state <> 'LEASED')
        AND (SELECT count(*) FROM review_vote v
             WHERE v.item_id = i.id AND v.rater <> ? AND v.adjudicates = ?
               AND (v.state = 'ANSWERED' OR v.state = 'LEASED' AND v.leased_until > ?))
            < CASE WHEN i.twice AND i.state = 'OPEN' THEN 2 ELSE 1 END
      """;

  private static final String LEASE =
      """
      INSERT INTO review_vote (item_id, rater, state, adjudicates, leased_until)
      VALUES (?, ?, 'LEASED', ?, ?)
      ON CONFLICT (item_id, rater) DO UPDATE
      SET adjudicates = excluded.adjudicates, leased_until = excluded.leased_until
      WHERE review_vote.state = 'LEASED'
      """;

  private static final String ANSWER =
      """
      UPDATE review_vote SET state = 'ANSWERED', first_error = ?, score = ?, comment = ?, voted_at = ?
      WHERE item_id = ? AND rater = ? AND state = 'LEASED'
      """;

  private static final String SKIP =
      """
      UPDATE review_vote SET state = 'SKIPPED', voted_at = ?
      WHERE item_id = ? AND rater = ? AND state = 'LEASED'
      """;

  private VoteTable() {}

  /**
   * One transaction after another takes and gives votes: raters are people, who have the time, and
   * what each statement reads stays so until the commit.
   */
  static void lock(Connection connection) throws SQLException {
    Sql.update(connection, "LOCK TABLE review_vote IN SHARE ROW EXCLUSIVE MODE");
  }

  /** What the rater has in hand already. */
  static Optional<UUID> held(Connection connection, String rater, boolean adjudicates, Instant now)
      throws SQLException {
    return id(
        connection, HELD, rater, Timestamp.from(now), adjudicates, adjudicates ? IN_SIGHT : BLIND);
  }

  static Optional<UUID> unseenGold(Connection connection, String rater) throws SQLException {
    return id(connection, UNSEEN_GOLD, rater);
  }

  /**
   * Of the oldest draw, since an error rate is told of whole draws, and of it the most valuable.
   */
  static Optional<UUID> lacking(
      Connection connection, String rater, boolean adjudicates, Instant now) throws SQLException {
    return id(
        connection,
        "SELECT i.id " + LACKING + " ORDER BY i.draw_id, i.value DESC, i.id LIMIT 1",
        lackingOf(rater, adjudicates, now));
  }

  /** How many there are for this rater, with the one in hand. */
  static int waiting(Connection connection, String rater, boolean adjudicates, Instant now)
      throws SQLException {
    return Sql.list(
            connection,
            "SELECT count(*) " + LACKING,
            row -> row.getInt(1),
            lackingOf(rater, adjudicates, now))
        .getFirst();
  }

  private static Object[] lackingOf(String rater, boolean adjudicates, Instant now) {
    ReviewState state = adjudicates ? ReviewState.DISPUTED : ReviewState.OPEN;
    return new Object[] {state.name(), rater, rater, adjudicates, Timestamp.from(now)};
  }

  static void lease(
      Connection connection, UUID item, String rater, boolean adjudicates, Instant until)
      throws SQLException {
    Sql.update(connection, LEASE, item, rater, adjudicates, Timestamp.from(until));
  }

  /** Whether it was the rater's to answer. */
  static boolean answer(Connection connection, UUID item, String rater, Answer answer, Instant now)
      throws SQLException {
    Integer step = answer.firstError().isPresent() ? answer.firstError().getAsInt() : null;
    return Sql.update(
            connection,
            ANSWER,
            step,
            answer.score(),
            answer.comment(),
            Timestamp.from(now),
            item,
            rater)
        == 1;
  }

  /** Whether it was the rater's to skip. */
  static boolean skip(Connection connection, UUID item, String rater, Instant now)
      throws SQLException {
    return Sql.update(connection, SKIP, Timestamp.from(now), item, rater) == 1;
  }

  static boolean isSkipped(Connection connection, UUID item, String rater) throws SQLException {
    return count(connection, "item_id = ? AND rater = ? AND state = 'SKIPPED'", item, rater) == 1;
  }

  static long skips(Connection connection, UUID item) throws SQLException {
    return count(connection, "item_id = ? AND state = 'SKIPPED'", item);
  }

  static long answered(Connection connection, String rater) throws SQLException {
    return count(connection, "rater = ? AND state = 'ANSWERED'", rater);
  }

  /** In the order in which they were given. */
  static List<Vote> votes(Connection connection, UUID item) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT * FROM review_vote WHERE item_id = ? AND state = 'ANSWERED' ORDER BY voted_at, rater
        """,
        Vote::from,
        item);
  }

  private static long count(Connection connection, String where, Object... values)
      throws SQLException {
    String sql = "SELECT count(*) FROM review_vote WHERE " + where;
    return Sql.list(connection, sql, row -> row.getLong(1), values).getFirst();
  }

  private static Optional<UUID> id(Connection connection, String sql, Object... values)
      throws SQLException {
    return Sql.list(connection, sql, row -> row.getObject(1, UUID.class), values).stream()
        .findFirst();
  }
}
