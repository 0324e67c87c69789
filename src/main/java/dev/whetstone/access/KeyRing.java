package dev.whetstone.access;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Sql;
import dev.whetstone.rollout.Viewers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The keys that are good now, in memory: a request asks no database, and a wrong key costs no more
 * than a right one. They are read again every few seconds, so that a revoked one is refused by
 * every server soon; while the database cannot be reached they stay as they were.
 */
@ApplicationScoped
public class KeyRing {
  private static final Logger LOG = Logger.getLogger(KeyRing.class);

  private final AgroalDataSource database;
  private final Clock clock;
  private final Set<UUID> used = ConcurrentHashMap.newKeySet();
  private volatile Map<ByteBuffer, Known> known = Map.of();
  private volatile Map<UUID, Long> perDay = Map.of();
  private volatile boolean reading;

  /** A key, and until when one of its secrets is good. */
  private record Known(ApiKey key, Optional<Instant> until) {}

  KeyRing(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The key of this secret, if it is good now. */
  public Optional<ApiKey> find(Secret secret) {
    Instant now = clock.instant();
    Known found = known.get(ByteBuffer.wrap(secret.hash()));
    if (found == null || !found.key.isLive(now) || found.until.filter(now::isAfter).isPresent())
      return Optional.empty();
    used.add(found.key.id());
    return Optional.of(found.key);
  }

  /** The quota of a key's own, if it has one. */
  Optional<Long> perDay(UUID key) {
    return Optional.ofNullable(perDay.get(key));
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** From now on the keys are read again and again. */
  void begin() {
    reading = true;
  }

  @Scheduled(every = "{whetstone.security.refresh}", concurrentExecution = SKIP)
  void again() {
    if (!reading) return;
    try {
      read();
    } catch (DatabaseFault e) {
      LOG.warn("the keys could not be read again; they stay as they were");
    }
  }

  /** Reads them at once, one after another: what was read before a change never comes after it. */
  public synchronized void read() {
    List<KeyTable.Live> live = Viewers.asServer(() -> Sql.transaction(database, KeyTable::live));
    Map<ByteBuffer, Known> all = new HashMap<>();
    for (KeyTable.Live one : live) {
      all.put(one.hash(), new Known(one.key(), Optional.empty()));
      one.earlier().ifPresent(hash -> all.put(hash, new Known(one.key(), one.earlierUntil())));
    }
    known = all;
    perDay =
        live.stream()
            .map(KeyTable.Live::key)
            .filter(key -> key.perDay().isPresent())
            .collect(Collectors.toMap(ApiKey::id, key -> key.perDay().orElseThrow()));
  }

  /** When each was last seen, to the minute. */
  @Scheduled(every = "1m", concurrentExecution = SKIP)
  void note() {
    Set<UUID> seen = Set.copyOf(used);
    if (seen.isEmpty()) return;
    used.removeAll(seen);
    Viewers.asServer(
        () ->
            Sql.transaction(
                database,
                c -> {
                  KeyTable.used(c, seen, clock.instant());
                  return seen;
                }));
  }
}
