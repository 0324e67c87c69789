package dev.whetstone.benchmark.review;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads where the reviews stand, and items whose votes are in. */
final class Readings {
  private static final String COUNTS =
      """
      SELECT source, state, count(*) FROM review_item GROUP BY source, state ORDER BY source, state
      """;

  private static final String LEASED =
      "SELECT count(*) FROM review_vote WHERE state = 'LEASED' AND leased_until > ?";

  /** Of draws in which nothing is left to judge. */
  private static final String FRAMES =
      """
      SELECT f.draw_id, f.source, f.size FROM review_frame f
      WHERE NOT EXISTS (SELECT FROM review_item i
        WHERE i.draw_id = f.draw_id AND i.source = f.source AND i.state IN ('OPEN', 'DISPUTED'))
      """;

  private static final String JUDGED =
      """
      SELECT i.source, i.state, i.inclusion,
             abs(CASE WHEN i.first_error IS NULL THEN 1 ELSE 0 END - i.label) AS error
      FROM review_item i JOIN (
      """
          + FRAMES
          + """
          ) AS f ON f.draw_id = i.draw_id AND f.source = i.source
          WHERE i.state IN ('DONE', 'DROPPED')
          """;

  private static final String RATERS =
      """
      SELECT v.rater, count(*) FILTER (WHERE v.state = 'ANSWERED') AS answered,
             count(*) FILTER (WHERE v.state = 'SKIPPED') AS skipped,
             count(*) FILTER (WHERE v.state = 'ANSWERED' AND i.state = 'GOLD')::int AS gold,
             count(*) FILTER (WHERE v.state = 'ANSWERED' AND i.state = 'GOLD'
               AND v.first_error IS NOT DISTINCT FROM i.first_error)::int AS correct
      FROM review_vote v JOIN review_item i ON i.id = v.item_id
      """;

  private static final String BALLOTS =
      """
      SELECT item_id, rater, first_error, score FROM review_vote
      WHERE state = 'ANSWERED' AND NOT adjudicates
      """;

  private static final String REVIEWED =
      """
      SELECT * FROM review_item WHERE state IN ('DISPUTED', 'DONE')
      """;

  private Readings() {}

  static Statistics statistics(Connection c, Instant now, double leastAccuracy)
      throws SQLException {
    return new Statistics(
        Sql.list(c, COUNTS, Readings::count),
        Sql.list(c, LEASED, row -> row.getLong(1), Timestamp.from(now)).getFirst(),
        errorRates(c),
        Sql.list(c, RATERS + "GROUP BY v.rater ORDER BY v.rater", row -> rater(row, leastAccuracy)),
        Agreement.of(Sql.list(c, BALLOTS, Readings::ballot)));
  }

  private static Statistics.Count count(ResultSet row) throws SQLException {
    return new Statistics.Count(
        Source.valueOf(row.getString(1)), ReviewState.valueOf(row.getString(2)), row.getLong(3));
  }

  static RaterQuality quality(Connection c, String rater, double leastAccuracy)
      throws SQLException {
    String own = RATERS + "WHERE v.rater = ? GROUP BY v.rater";
    return Sql.list(c, own, row -> rater(row, leastAccuracy), rater).stream()
        .findFirst()
        .orElseGet(() -> RaterQuality.of(rater, 0, 0, 0, 0, leastAccuracy));
  }

  /** Of those who voted, who is less accurate than is asked. */
  static Set<String> flagged(Connection c, List<Vote> votes, double leastAccuracy)
      throws SQLException {
    Set<String> flagged = new HashSet<>();
    for (Vote vote : votes)
      if (quality(c, vote.rater(), leastAccuracy).flagged()) flagged.add(vote.rater());
    return flagged;
  }

  private static RaterQuality rater(ResultSet row, double leastAccuracy) throws SQLException {
    return RaterQuality.of(
        row.getString("rater"),
        row.getLong("answered"),
        row.getLong("skipped"),
        row.getInt("gold"),
        row.getInt("correct"),
        leastAccuracy);
  }

  private static Agreement.Ballot ballot(ResultSet row) throws SQLException {
    return new Agreement.Ballot(
        row.getObject("item_id", UUID.class),
        row.getString("rater"),
        Vote.firstError(row),
        row.getDouble("score"));
  }

  private record Judged(Source source, ReviewState state, double inclusion, double error) {}

  private static List<ErrorRate> errorRates(Connection c) throws SQLException {
    Map<Source, Long> sizes = new EnumMap<>(Source.class);
    Sql.list(
        c,
        FRAMES,
        row ->
            sizes.merge(Source.valueOf(row.getString("source")), row.getLong("size"), Long::sum));
    List<Judged> judged =
        Sql.list(
            c,
            JUDGED,
            row ->
                new Judged(
                    Source.valueOf(row.getString("source")),
                    ReviewState.valueOf(row.getString("state")),
                    row.getDouble("inclusion"),
                    row.getDouble("error")));
    List<ErrorRate> rates = new ArrayList<>();
    sizes.forEach((source, size) -> rates.add(errorRate(source, size, judged)));
    return rates;
  }

  private static ErrorRate errorRate(Source source, long frame, List<Judged> all) {
    HorvitzThompson.Sum sum = new HorvitzThompson.Sum();
    List<Judged> done =
        all.stream().filter(j -> j.source == source && j.state == ReviewState.DONE).toList();
    long dropped =
        all.stream().filter(j -> j.source == source && j.state == ReviewState.DROPPED).count();
    for (Judged one : done) sum.add(one.error, one.inclusion);
    return new ErrorRate(source, frame, done.size(), dropped, sum.over(frame));
  }

  static Optional<Reviewed> reviewed(Connection c, UUID id) throws SQLException {
    return Sql.list(c, REVIEWED + " AND id = ?", row -> reviewed(c, row), id).stream().findFirst();
  }

  static List<Reviewed> reviewed(Connection c, ReviewState state, int limit) throws SQLException {
    return Sql.list(
        c,
        REVIEWED + " AND state = ? ORDER BY decided_at DESC, value DESC, id LIMIT ?",
        row -> reviewed(c, row),
        state.name(),
        limit);
  }

  private static Reviewed reviewed(Connection c, ResultSet row) throws SQLException {
    ItemTable.Item item = ItemTable.item(row);
    double score = row.getDouble("score");
    return new Reviewed(
        item.id(),
        item.what().key(),
        item.source(),
        item.state(),
        item.what().solution().problem(),
        item.steps(),
        item.what().generator(),
        row.getDouble("label"),
        row.getDouble("value"),
        row.getDouble("inclusion"),
        item.firstError(),
        item.state() == ReviewState.DONE ? Optional.of(score) : Optional.empty(),
        VoteTable.votes(c, item.id()),
        Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
  }
}
