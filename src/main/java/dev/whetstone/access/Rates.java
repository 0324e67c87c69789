package dev.whetstone.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How fast each key may ask, counted by each server alone: so many requests a minute, of which
 * those of ten seconds may come at once.
 */
@ApplicationScoped
public class Rates {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(10);

  private final SecuritySettings settings;
  private final Cache<UUID, Pace> paces =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

  Rates(SecuritySettings settings) {
    this.settings = settings;
  }

  /** Empty where the request may go on; else the seconds after which the next one may. */
  public OptionalLong take(ApiKey key) {
    long interval = MINUTE / key.perMinute().orElse(settings.perMinute());
    Pace pace = paces.get(key.id(), id -> new Pace());
    return pace.take(interval, System.nanoTime());
  }

  /** A virtual clock that each request sets forward, and that may be ahead by so much. */
  static final class Pace {
    private long ahead;
    private boolean begun;

    synchronized OptionalLong take(long interval, long now) {
      if (!begun || ahead - now < 0) ahead = now;
      begun = true;
      long over = ahead - now - Math.max(0, AT_ONCE - interval);
      if (over > 0) return OptionalLong.of(1 + TimeUnit.NANOSECONDS.toSeconds(over));
      ahead += interval;
      return OptionalLong.empty();
    }
  }
}
