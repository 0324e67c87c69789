package dev.whetstone.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a new key is to be.
 *
 * @param life how long it is good; for ever where it is empty
 */
public record NewKey(
    String tenant,
    String name,
    Set<Scope> scopes,
    Optional<UUID> run,
    Optional<Integer> perMinute,
    Optional<Long> perDay,
    Optional<Duration> life) {
  public static final String TENANT = "default";
  private static final Duration LONGEST = Duration.ofDays(36_500);

  public NewKey {
    scopes = Set.copyOf(scopes);
    if (!tenant.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"))
      throw new IllegalArgumentException(
          "a tenant is named by 1 to 64 letters, digits, dots, underscores or hyphens");
    if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl))
      throw new IllegalArgumentException("a key's name has 1 to 200 characters, all on one line");
    if (scopes.isEmpty()) throw new IllegalArgumentException("a key has one scope or more");
    if (run.isPresent() && !scopes.equals(Set.of(Scope.TRAINER)))
      throw new IllegalArgumentException("a key for one run has the scope trainer alone");
    if (perMinute.filter(n -> n < 1).isPresent() || perDay.filter(n -> n < 1).isPresent())
      throw new IllegalArgumentException("a rate or quota is 1 or more");
    if (life.filter(d -> !d.isPositive() || d.compareTo(LONGEST) > 0).isPresent())
      throw new IllegalArgumentException("a key's life is longer than 0, and 36500 days at most");
  }
}
