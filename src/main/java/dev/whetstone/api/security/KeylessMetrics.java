package dev.whetstone.api.security;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Takes the paths that begin with a key out of the metrics' labels. */
final class KeylessMetrics {
  @Produces
  @Singleton
  MeterFilter withoutKeys() {
    return MeterFilter.replaceTagValues(
        "uri", path -> path.startsWith(KeyPaths.PREFIX) ? KeyPaths.PREFIX + "{key}" : path);
  }
}
