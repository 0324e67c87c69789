package dev.whetstone.benchmark.labelling;

import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Tally;
import dev.whetstone.verify.labelling.posterior.VoteCount;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The columns of {@code labelling} that say how probable a label is, and what follows from it. */
final class PosteriorTable {
  /** What the name of a review begins with that people were asked for; the proof's follows. */
  static final String REVIEW = "labelling/";

  private static final int LOCK_CLASS = 0x57_48_03;

  private static final String COUNTS =
      """
      SELECT l.settled, l.valid, CASE WHEN r.key IS NOT NULL THEN r.first_error IS NULL END AS correct,
        count(*)
      FROM labelling l
      LEFT JOIN review_item r ON r.key = '%s' || l.id AND r.state = 'DONE'
      WHERE l.panel = ? GROUP BY 1, 2, 3
      """
          .formatted(REVIEW);

  /** What moves less is left as it is: of a big table every row would be written anew each time. */
  private static final String SAVE =
      """
      UPDATE labelling SET posterior = ?
      WHERE panel = ? AND settled = ? AND valid = ?
        AND (posterior IS NULL OR abs(posterior - ?) > 0.001)
      """;

  /** What changed is kept, for those who took the label as it was. */
  private static final String CONFIDENCE =
      """
      WITH belief AS (
        SELECT s.set_name, s.id, s.confidence AS earlier,
          CASE WHEN l.score = 1 THEN l.posterior ELSE 1 - l.posterior END AS now
        FROM labelled_solution s JOIN labelling l ON s.id = l.id::text
        WHERE s.set_name = ? AND l.posterior IS NOT NULL
      ), corrected AS (
        UPDATE labelled_solution s SET confidence = b.now FROM belief b
        WHERE s.set_name = b.set_name AND s.id = b.id AND b.earlier <> b.now
        RETURNING b.*
      )
      INSERT INTO label_correction (set_name, label_id, from_confidence, to_confidence)
      SELECT set_name, id, earlier, now FROM corrected
      """;

  private PosteriorTable() {}

  /** How the panel voted. */
  static void vote(Connection c, UUID id, String panel, Tally votes) throws SQLException {
    Sql.update(
        c,
        "UPDATE labelling SET panel = ?, settled = ?, valid = ? WHERE id = ?",
        panel,
        votes.settled(),
        votes.valid(),
        id);
  }

  /** How probable it is that no step is wrong. */
  static void believe(Connection c, UUID id, double correct) throws SQLException {
    Sql.update(c, "UPDATE labelling SET posterior = ? WHERE id = ?", correct, id);
  }

  static List<String> panels(Connection c) throws SQLException {
    return Sql.list(
        c,
        "SELECT DISTINCT panel FROM labelling WHERE panel IS NOT NULL ORDER BY panel",
        row -> row.getString(1));
  }

  static List<VoteCount> counts(Connection c, String panel) throws SQLException {
    return Sql.list(
        c,
        COUNTS,
        row ->
            new VoteCount(
                row.getInt(1),
                row.getInt(2),
                Optional.ofNullable(row.getObject(3, Boolean.class)),
                row.getLong(4)),
        panel);
  }

  /** Whether nobody else refits; nobody does before this transaction ends. */
  static boolean isFree(Connection c) throws SQLException {
    return Sql.list(
            c, "SELECT pg_try_advisory_xact_lock(?, 0)", row -> row.getBoolean(1), LOCK_CLASS)
        .getFirst();
  }

  /** Says how many moved. */
  static int save(Connection c, String panel, int settled, int valid, double posterior)
      throws SQLException {
    return Sql.update(c, SAVE, posterior, panel, settled, valid, posterior);
  }

  /** Of the labels that are kept in that set; says how many it was not yet. */
  static int saveConfidence(Connection c, String set) throws SQLException {
    return Sql.update(c, CONFIDENCE, set);
  }
}
