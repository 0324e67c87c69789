package dev.whetstone.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A key as it is told of, without its secret.
 *
 * @param tenant whose rows it sees
 * @param run the only run it sees, where it is for one
 * @param perMinute requests; empty for the server's setting
 * @param perDay candidates a day (UTC); empty for the server's setting
 * @param usedAt when it was last seen, to the minute
 */
public record ApiKey(
    UUID id,
    String tenant,
    String name,
    Set<Scope> scopes,
    Optional<UUID> run,
    Optional<Integer> perMinute,
    Optional<Long> perDay,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> usedAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  boolean isLive(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** Who did it, for the audit trail. */
  public String actor() {
    return name + " (" + tenant + ", " + id + ")";
  }
}
