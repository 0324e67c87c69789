package dev.whetstone.api.security;

import dev.whetstone.access.Secret;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Takes the paths that hold a key, wherever it stands, out of the metrics' labels. */
final class KeylessMetrics {
  private static final String HIDDEN = KeyPaths.PREFIX + "{key}";

  @Produces
  @Singleton
  MeterFilter withoutKeys() {
    return MeterFilter.replaceTagValues(
        "uri",
        path -> path.startsWith(KeyPaths.PREFIX) || path.contains(Secret.PREFIX) ? HIDDEN : path);
  }
}
