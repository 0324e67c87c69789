package dev.whetstone.access;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.rollout.Allowance;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.QuotaSpent;
import dev.whetstone.rollout.Sql;
import dev.whetstone.rollout.Viewers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Counts the candidates of each key and day (UTC). A server counts in memory and adds to the
 * database every few seconds, from where it knows what the others have counted: no request waits
 * for it, and a quota is overrun by no more than those seconds' candidates.
 */
@ApplicationScoped
class Quotas implements Allowance {
  private static final Logger LOG = Logger.getLogger(Quotas.class);
  private static final String ADD =
      """
      INSERT INTO api_key_use AS u (key_id, day, candidates) VALUES (?, ?, ?)
      ON CONFLICT (key_id, day) DO UPDATE SET candidates = u.candidates + excluded.candidates
      RETURNING candidates
      """;

  private final AgroalDataSource database;
  private final KeyRing keys;
  private final SecuritySettings settings;
  private final Clock clock;
  private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

  /**
   * A key's candidates of a day.
   *
   * @param saved of all servers, as far as is known
   * @param fresh of this server, not saved yet
   */
  private record Count(LocalDate day, long saved, long fresh) {
    Count on(LocalDate today) {
      return day.equals(today) ? this : new Count(today, 0, 0);
    }

    Count and(long more) {
      return new Count(day, saved, fresh + more);
    }
  }

  Quotas(AgroalDataSource database, KeyRing keys, SecuritySettings settings, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void take(Optional<UUID> key, int candidates) {
    key.ifPresent(id -> take(id, keys.perDay(id).orElse(settings.perDay()), candidates));
  }

  private void take(UUID key, long quota, int candidates) {
    LocalDate today = today();
    counts.compute(
        key,
        (id, known) -> {
          Count count = known == null ? new Count(today, 0, 0) : known.on(today);
          if (count.saved + count.fresh + candidates > quota)
            throw new QuotaSpent(quota, secondsLeft(today));
          return count.and(candidates);
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private long secondsLeft(LocalDate today) {
    return 1
        + Duration.between(
                clock.instant(), today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
            .toSeconds();
  }

  @Scheduled(every = "5s", concurrentExecution = SKIP)
  void save() {
    try {
      for (Map.Entry<UUID, Count> one : counts.entrySet()) save(one.getKey(), one.getValue());
    } catch (DatabaseFault e) {
      LOG.warn("what the keys have used could not be saved; it is tried again");
    }
  }

  private void save(UUID key, Count count) {
    if (count.fresh == 0) return;
    long all =
        Viewers.asServer(
            () -> Sql.transaction(database, connection -> add(connection, key, count)));
    counts.computeIfPresent(
        key,
        (id, now) ->
            now.day.equals(count.day) ? new Count(now.day, all, now.fresh - count.fresh) : now);
  }

  private static long add(Connection connection, UUID key, Count count) throws SQLException {
    return Sql.list(
            connection, ADD, row -> row.getLong(1), key, Date.valueOf(count.day), count.fresh)
        .getFirst();
  }
}
