package dev.whetstone.rollout;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

/**
 * What is done by the clock: groups and episodes that wait too long are closed, texts past their
 * time dropped.
 */
@ApplicationScoped
class Housekeeping {
  private static final int AT_ONCE = 1_000;
  private static final String DROP_TEXTS =
      """
      UPDATE outcome SET candidate = NULL,
        steps = CASE WHEN steps -> 'critiques' IS NULL THEN steps ELSE jsonb_set(steps, '{critiques}',
          (SELECT coalesce(jsonb_agg(c || '{"quote": ""}' ORDER BY n), '[]')
           FROM jsonb_array_elements(steps -> 'critiques') WITH ORDINALITY AS x (c, n))) END
      WHERE id IN (
        SELECT id FROM outcome WHERE candidate IS NOT NULL AND received_at < ?
        ORDER BY received_at LIMIT ?)
      """;

  private final AgroalDataSource database;
  private final OfferTable offers;
  private final EpisodeTable episodes;
  private final RolloutLimits limits;
  private final EpisodeLimits episodeLimits;
  private final Clock clock;
  private final Instant started;

  Housekeeping(
      AgroalDataSource database,
      OfferTable offers,
      EpisodeTable episodes,
      RolloutLimits limits,
      EpisodeLimits episodeLimits,
      Clock clock) {
    this.database = database;
    this.offers = offers;
    this.episodes = episodes;
    this.limits = limits;
    this.episodeLimits = episodeLimits;
    this.clock = clock;
    this.started = clock.instant();
  }

  /**
   * While the server was away nobody could answer: an offer's life counts from its start at least.
   */
  @Scheduled(every = "10s", concurrentExecution = SKIP)
  void closeOldGroups() {
    Instant oldest = clock.instant().minus(limits.offerLife());
    if (oldest.isAfter(started))
      allOf(connection -> offers.closeOlderThan(connection, oldest, AT_ONCE));
  }

  @Scheduled(every = "${whetstone.episodes.sweep}", concurrentExecution = SKIP)
  void closeOldEpisodes() {
    Instant now = clock.instant();
    Instant oldest = now.minus(episodeLimits.life());
    if (oldest.isAfter(started))
      allOf(connection -> episodes.sweep(connection, now, oldest, AT_ONCE));
  }

  /** Hashes, rewards and readings stay; what a reading quotes goes with its text. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = SKIP)
  void dropOldTexts() {
    Timestamp oldest = Timestamp.from(clock.instant().minus(limits.keepCandidates()));
    allOf(connection -> Sql.update(connection, DROP_TEXTS, oldest, AT_ONCE));
  }

  /** In small transactions, until there is nothing left to do. */
  private void allOf(Sql.Work<Integer> some) {
    int done = AT_ONCE;
    while (done == AT_ONCE) done = Sql.transaction(database, some);
  }
}
