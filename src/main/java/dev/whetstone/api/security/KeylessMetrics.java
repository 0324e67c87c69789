package dev.whetstone.api.security;

import dev.whetstone.access.Secret;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Takes the paths that hold a key, wherever it stands, out of the metrics' labels, and the prefix
 * that any client may invent.
 */
final class KeylessMetrics {
  private static final String HIDDEN = KeyPaths.PREFIX + "{key}";
  private static final String INVENTED = "/ng-rollout/";

  @Produces
  @Singleton
  MeterFilter withoutKeys() {
    return MeterFilter.replaceTagValues("uri", KeylessMetrics::label);
  }

  private static String label(String path) {
    if (path.startsWith(KeyPaths.PREFIX) || path.contains(Secret.PREFIX)) return HIDDEN;
    return path.contains(INVENTED) ? INVENTED + "{id}" : path;
  }
}
