package dev.whetstone.rollout;

import dev.whetstone.task.Split;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Numbered tasks, for trainers that walk through a list: every candidate of a group that opens a
 * slot gets the same task, and the next group one that the curriculum chooses then. A slot of an
 * evaluation run keeps its task for ever.
 */
@ApplicationScoped
public class Slots {
  /** Opened by those that name no number. */
  public static final long ANY = -1;

  private static final int TRIES = 8;

  /** Whether the present round's group still takes candidates. */
  private static final String OPEN =
      """
      NOT EXISTS (SELECT 1 FROM offer o WHERE o.run_id = s.run_id AND o.closed
                  AND o.request_key = 'slot ' || s.number || ' ' || s.round)
      """;

  private final Offers offers;
  private final AgroalDataSource database;

  Slots(Offers offers, AgroalDataSource database) {
    this.offers = offers;
    this.database = database;
  }

  /**
   * The slot's task, for one more candidate.
   *
   * @throws FinishedRun if the run is finished
   */
  public Made open(Run run, long number) {
    for (int tried = 0; tried < TRIES; tried++) {
      long round = round(run, number, tried > 0);
      List<Made> made = offers.hand(run.id(), 1, Optional.of("slot " + number + " " + round));
      if (!made.isEmpty()) return made.getFirst();
    }
    throw new Overloaded();
  }

  /**
   * @param skip whether the present round's task could not be made
   */
  private long round(Run run, long number, boolean skip) {
    boolean kept = run.split() == Split.EVALUATION && number != ANY;
    int places = kept ? Integer.MAX_VALUE : run.groupSize();
    return Sql.transaction(
        database,
        connection ->
            Sql.list(
                    connection,
                    """
                    INSERT INTO slot AS s (run_id, number, round, opened) VALUES (?, ?, 0, 1)
                    ON CONFLICT (run_id, number) DO UPDATE SET
                      round = CASE WHEN s.opened < ? AND (? OR %1$s) THEN s.round ELSE s.round + 1 END,
                      opened = CASE WHEN s.opened < ? AND (? OR %1$s) THEN s.opened + 1 ELSE 1 END
                    RETURNING round
                    """
                        .formatted(OPEN),
                    row -> row.getLong(1),
                    run.id(),
                    number,
                    skip ? 0 : places,
                    kept,
                    skip ? 0 : places,
                    kept)
                .getFirst());
  }
}
