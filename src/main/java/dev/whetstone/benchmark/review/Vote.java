package dev.whetstone.benchmark.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One rater's answer to one item.
 *
 * @param adjudicates whether it settles a dispute, given in sight of the other votes
 */
public record Vote(String rater, boolean adjudicates, Answer answer, Instant votedAt) {
  static Vote from(ResultSet row) throws SQLException {
    return new Vote(
        row.getString("rater"),
        row.getBoolean("adjudicates"),
        new Answer(firstError(row), row.getDouble("score"), row.getString("comment")),
        row.getTimestamp("voted_at").toInstant());
  }

  static OptionalInt firstError(ResultSet row) throws SQLException {
    int step = row.getInt("first_error");
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(step);
  }
}
