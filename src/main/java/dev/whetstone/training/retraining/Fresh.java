package dev.whetstone.training.retraining;

import dev.whetstone.rollout.Sql;
import java.util.List;
import javax.sql.DataSource;

/**
 * What could be learnt that was not there when the last retraining began.
 *
 * @param count labels and outcomes, at most as many as were asked for
 * @param outcomesTo id of the newest outcome
 * @param labelsTo serial number of the newest label
 */
record Fresh(long count, long outcomesTo, long labelsTo) {
  static final Fresh NONE = new Fresh(0, 0, 0);

  private static final String COUNT =
      """
      SELECT
        (SELECT count(*) FROM (SELECT 1 FROM outcome WHERE id > ? AND split = 'TRAIN'
           AND candidate IS NOT NULL AND grade <> 'UNREADABLE' LIMIT ?) AS outcomes)
        + (SELECT count(*) FROM (SELECT 1 FROM labelled_solution WHERE serial > ?
           AND set_name = ANY (?) AND split = 'TRAIN' LIMIT ?) AS labels),
        (SELECT coalesce(max(id), 0) FROM outcome),
        (SELECT coalesce(max(serial), 0) FROM labelled_solution)
      """;

  /**
   * @param outcome the newest one that was there
   * @param label the newest one that was there
   * @param sets of labels that count
   * @param most of each kind, so that a first look at millions is as quick as any
   */
  static Fresh since(DataSource database, long outcome, long label, List<String> sets, int most) {
    return Sql.snapshot(
            database,
            connection ->
                Sql.list(
                    connection,
                    COUNT,
                    row -> new Fresh(row.getLong(1), row.getLong(2), row.getLong(3)),
                    outcome,
                    most,
                    label,
                    sets.toArray(String[]::new),
                    most))
        .getFirst();
  }
}
