package dev.whetstone.training.promotion;

import dev.whetstone.rollout.ReadOutcomes;
import dev.whetstone.rollout.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What became of a version's verdicts on runs' candidates, whose answers are checked exactly. */
final class Verdicts {
  /** A fault names no version: those while a version served last are its own. */
  private static final String LATEST =
      """
      SELECT family || ' ' || family_version || ' ' || levels || ' ' || grade,
        count(*), count(*) FILTER (WHERE bad)
      FROM (
        SELECT * FROM (
          (SELECT id, family, family_version, levels, grade,
             (grade = 'RIGHT') <> (%s) AS bad
           FROM outcome WHERE step_verifier = ? AND grade <> 'UNREADABLE'
           ORDER BY id DESC LIMIT ?)
          UNION ALL
          (SELECT id, family, family_version, levels, grade, true
           FROM outcome,
             (SELECT max(at) FILTER (WHERE state = 'SERVING') AS since,
                max(at) FILTER (WHERE state IN ('REPLACED', 'ROLLED_BACK')) AS until
              FROM verifier_event WHERE verifier = ? AND version = ?) AS served
           WHERE steps ->> 'unread' = 'fault' AND received_at >= since
             AND (until IS NULL OR until < since OR received_at < until)
           ORDER BY id DESC LIMIT ?)) AS verdict
        ORDER BY id DESC LIMIT ?) AS latest
      GROUP BY 1
      """
          .formatted(ReadOutcomes.READ_AS_RIGHT);

  private final DataSource database;

  Verdicts(DataSource database) {
    this.database = database;
  }

  /** By family with its version, levels and grade. */
  Map<String, Alarm.Tally> latest(String verifier, String version, int window) {
    Map<String, Alarm.Tally> strata = new HashMap<>();
    Sql.transaction(
        database,
        connection ->
            Sql.list(
                connection,
                LATEST,
                row -> strata.put(row.getString(1), new Alarm.Tally(row.getInt(2), row.getInt(3))),
                verifier + "@" + version,
                window,
                verifier,
                version,
                window,
                window));
    return strata;
  }

  /**
   * Why the version that serves is to be rolled back. Empty where none served before it, and where
   * it serves after a rollback: a fault of ours that lasts does not go through all versions.
   */
  Optional<String> alarm(History history, String verifier, AlarmSettings settings) {
    Optional<String> serving =
        history.serving(verifier).filter(version -> history.isPromoted(verifier, version));
    Optional<String> before = history.before(verifier);
    if (serving.isEmpty() || before.isEmpty()) return Optional.empty();
    return new Alarm(settings)
        .of(
            latest(verifier, serving.get(), settings.window()),
            latest(verifier, before.get(), settings.window()));
  }
}
