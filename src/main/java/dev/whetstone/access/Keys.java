package dev.whetstone.access;

import dev.whetstone.rollout.Sql;
import dev.whetstone.rollout.UnknownRun;
import dev.whetstone.rollout.Viewers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys of all tenants, as who runs the server keeps them. Each act leaves its trace. */
public final class Keys {
  private final DataSource database;
  private final Clock clock;
  private final String actor;

  /**
   * @param actor who does it
   */
  public Keys(DataSource database, Clock clock, String actor) {
    this.database = database;
    this.clock = clock;
    this.actor = actor;
  }

  /** A key with its secret, which is told this once. */
  public record Told(ApiKey key, Secret secret) {}

  /**
   * @throws UnknownRun if it is for a run that its tenant has not
   */
  public Told create(NewKey wanted) {
    UUID id = UUID.randomUUID();
    Secret secret = Secret.fresh();
    return doing(
            "key.create",
            c -> {
              if (wanted.run().isPresent()
                  && !KeyTable.isRunOf(c, wanted.run().get(), wanted.tenant()))
                throw new UnknownRun(wanted.run().get());
              KeyTable.insert(c, id, wanted, secret.hash(), clock.instant());
              return Optional.of(new Told(KeyTable.find(c, id).orElseThrow(), secret));
            },
            id)
        .orElseThrow();
  }

  /** Newest first. */
  public List<ApiKey> list() {
    return Viewers.asServer(() -> Sql.transaction(database, KeyTable::list));
  }

  /** As it is then; empty where there is no such key, or it was revoked before. */
  public Optional<ApiKey> revoke(UUID id) {
    return doing(
        "key.revoke",
        c -> KeyTable.revoke(c, id, clock.instant()) ? KeyTable.find(c, id) : Optional.empty(),
        id);
  }

  /**
   * Another secret for the same key; empty where there is no such key, or it was revoked.
   *
   * @param grace how long the one before is good for
   */
  public Optional<Told> rotate(UUID id, Duration grace) {
    Secret secret = Secret.fresh();
    Instant until = clock.instant().plus(grace);
    return doing(
        "key.rotate",
        c ->
            KeyTable.rotate(c, id, secret.hash(), until)
                ? KeyTable.find(c, id).map(key -> new Told(key, secret))
                : Optional.empty(),
        id);
  }

  private <T> Optional<T> doing(String action, Sql.Work<Optional<T>> work, UUID key) {
    return Viewers.asServer(() -> Sql.transaction(database, c -> done(c, action, work, key)));
  }

  private <T> Optional<T> done(Connection c, String action, Sql.Work<Optional<T>> work, UUID key)
      throws SQLException {
    Optional<T> result = work.on(c);
    if (result.isPresent()) AuditTrail.add(c, clock.instant(), actor, action, key.toString(), null);
    return result;
  }
}
