package dev.whetstone.benchmark.refinement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.whetstone.benchmark.labelling.Verification;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.proof.Score;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of {@code refinement_attempt}. */
final class AttemptTable {
  /** Without texts: there may be thousands. */
  private static final String LIST =
      """
      SELECT a.refinement_id, a.number, a.round, a.thread, a.parent, a.self_score, a.broken,
        a.labelling_id, l.state = 'OPEN' AS open, l.score, l.mean, l.posterior
      FROM refinement_attempt a LEFT JOIN labelling l ON l.id = a.labelling_id
      WHERE a.refinement_id = ANY (?) ORDER BY a.refinement_id, a.number
      """;

  private AttemptTable() {}

  /** The texts are kept with it, and read alone. */
  static void insert(
      Connection c,
      UUID refinement,
      Attempt attempt,
      String response,
      Optional<String> evaluation,
      Instant now)
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
        evaluation.orElse(null),
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

  /** Its writer's own; there is none of a broken one. */
  static String evaluation(Connection c, UUID refinement, int number) throws SQLException {
    return Sql.list(
            c,
            "SELECT evaluation FROM refinement_attempt WHERE refinement_id = ? AND number = ?",
            row -> row.getString(1),
            refinement,
            number)
        .getFirst();
  }

  /** In the order of their numbers. */
  static List<Attempt> list(Connection c, UUID refinement) throws SQLException {
    return all(c, List.of(refinement)).getOrDefault(refinement, List.of());
  }

  /** Those of each refinement that has some, in the order of their numbers. */
  static Map<UUID, List<Attempt>> all(Connection c, List<UUID> refinements) throws SQLException {
    return Sql.list(c, LIST, AttemptTable::of, (Object) refinements.toArray(UUID[]::new)).stream()
        .collect(groupingBy(Of::refinement, mapping(Of::attempt, toList())));
  }

  private record Of(UUID refinement, Attempt attempt) {}

  private static Of of(ResultSet row) throws SQLException {
    return new Of(row.getObject("refinement_id", UUID.class), attempt(row));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    Integer parent = row.getObject("parent", Integer.class);
    UUID labelling = row.getObject("labelling_id", UUID.class);
    return new Attempt(
        row.getInt("number"),
        row.getInt("round"),
        row.getInt("thread"),
        parent == null ? OptionalInt.empty() : OptionalInt.of(parent),
        Optional.ofNullable(row.getObject("self_score", Double.class)).map(Score::of),
        Optional.ofNullable(row.getString("broken")),
        Optional.ofNullable(labelling),
        labelling == null ? Optional.empty() : Optional.of(verification(row)));
  }

  private static Verification verification(ResultSet row) throws SQLException {
    return new Verification(
        row.getBoolean("open"),
        Optional.ofNullable(row.getObject("score", Double.class)).map(Score::of),
        Optional.ofNullable(row.getObject("mean", Double.class)),
        Optional.ofNullable(row.getObject("posterior", Double.class)));
  }
}
