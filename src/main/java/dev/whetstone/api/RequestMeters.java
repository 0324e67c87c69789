package dev.whetstone.api;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** How requests are metered: not at all by a method that nobody knows, else in few buckets. */
@Singleton
final class RequestMeters implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";

  /** A client may write any word for a method, each of which would be a series for ever. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final double[] BUCKETS =
      Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000)
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    boolean known = !id.getName().equals(REQUESTS) || METHODS.contains(id.getTag("method"));
    return known ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
  }

  @Override
  public DistributionStatisticConfig configure(
      Meter.Id id, DistributionStatisticConfig configured) {
    if (!id.getName().equals(REQUESTS)) return configured;
    return DistributionStatisticConfig.builder()
        .serviceLevelObjectives(BUCKETS)
        .build()
        .merge(configured);
  }
}
