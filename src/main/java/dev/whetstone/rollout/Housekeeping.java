package dev.whetstone.rollout;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;

/**
 * What is done by the clock: groups that wait too long are closed, texts past their time dropped.
 */
@ApplicationScoped
class Housekeeping {
  private static final int AT_ONCE = 1_000;

  private final AgroalDataSource database;
  private final OfferTable offers;
  private final RolloutLimits limits;
  private final Clock clock;

  Housekeeping(AgroalDataSource database, OfferTable offers, RolloutLimits limits, Clock clock) {
    this.database = database;
    this.offers = offers;
    this.limits = limits;
    this.clock = clock;
  }

  @Scheduled(every = "10s")
  void closeOldGroups() {
    int closed = AT_ONCE;
    while (closed == AT_ONCE)
      closed =
          Sql.transaction(
              database,
              connection ->
                  offers.closeOlderThan(
                      connection, clock.instant().minus(limits.offerLife()), AT_ONCE));
  }

  /** Hashes and rewards stay. */
  @Scheduled(every = "1h", delayed = "1m")
  void dropOldTexts() {
    Timestamp oldest = Timestamp.from(clock.instant().minus(limits.keepCandidates()));
    Sql.transaction(
        database,
        connection ->
            Sql.update(
                connection,
                "UPDATE outcome SET candidate = NULL WHERE candidate IS NOT NULL AND received_at <"
                    + " ?",
                oldest));
  }
}
