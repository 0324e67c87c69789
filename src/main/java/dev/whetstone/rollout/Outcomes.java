package dev.whetstone.rollout;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The record of every reward. */
@ApplicationScoped
public class Outcomes {
  private final AgroalDataSource database;
  private final RolloutLimits limits;
  private final Clock clock;

  Outcomes(AgroalDataSource database, RolloutLimits limits, Clock clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * A page of a run's outcomes, in the order of their numbers.
   *
   * @param after the number of the last one read, 0 to begin
   * @throws UnknownRun if there is no such run
   */
  @Transactional
  public List<Outcome> page(UUID run, long after, int limit) {
    StoredRun.known(run);
    return StoredOutcome.after(run, after, limit).stream().map(StoredOutcome::toOutcome).toList();
  }

  /** Texts past their time are dropped; hashes and rewards stay. */
  @Scheduled(every = "1h", delayed = "1m")
  void dropOldTexts() {
    Sql.update(
        database,
        "UPDATE outcome SET candidate = NULL WHERE candidate IS NOT NULL AND received_at < ?",
        Timestamp.from(clock.instant().minus(limits.keepCandidates())));
  }
}
