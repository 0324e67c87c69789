package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.labelling.Labellings;
import dev.whetstone.benchmark.labelling.Verification;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.proof.Score;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of {@code refinement_attempt}. */
final class AttemptTable {
  private AttemptTable() {}

  static void insert(Connection c, UUID refinement, Attempt attempt, String response, Instant now)
      throws SQLException {
    Sql.update(
        c,
        """
        INSERT INTO refinement_attempt (refinement_id, number, round, thread, parent, response,
          broken, self_score, evaluation, labelling_id, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        refinement,
        attempt.number(),
        attempt.round(),
        attempt.thread(),
        attempt.parent().isPresent() ? attempt.parent().getAsInt() : null,
        response,
        attempt.broken().orElse(null),
        attempt.selfScore().map(Score::value).orElse(null),
        attempt.evaluation().orElse(null),
        attempt.labelling().orElse(null),
        Timestamp.from(now));
  }

  static Optional<String> response(Connection c, UUID refinement, int number) throws SQLException {
    return Sql.list(
            c,
            "SELECT response FROM refinement_attempt WHERE refinement_id = ? AND number = ?",
            row -> row.getString(1),
            refinement,
            number)
        .stream()
        .findFirst();
  }

  /** In the order of their numbers. */
  static List<Attempt> list(Connection c, UUID refinement) throws SQLException {
    return Sql.list(
        c,
        "SELECT * FROM refinement_attempt WHERE refinement_id = ? ORDER BY number",
        row -> attempt(c, row),
        refinement);
  }

  private static Attempt attempt(Connection c, ResultSet row) throws SQLException {
    Integer parent = row.getObject("parent", Integer.class);
    UUID labelling = row.getObject("labelling_id", UUID.class);
    Verification verification = labelling == null ? null : Labellings.verification(c, labelling);
    return new Attempt(
        row.getInt("number"),
        row.getInt("round"),
        row.getInt("thread"),
        parent == null ? OptionalInt.empty() : OptionalInt.of(parent),
        Optional.ofNullable(row.getObject("self_score", Double.class)).map(Score::of),
        Optional.ofNullable(row.getString("evaluation")),
        Optional.ofNullable(row.getString("broken")),
        Optional.ofNullable(labelling),
        Optional.ofNullable(verification));
  }
}
