package dev.whetstone.api.security;

import dev.whetstone.access.Secret;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Takes {@code /key/<key>} off the paths of clients that can send no header. */
@ApplicationScoped
final class KeyPaths {
  static final String PREFIX = "/key/";
  private static final String SHOWN = "whetstone.secret";

  /** Ahead of whatever looks at the path. */
  private static final int FIRST = 3_000;

  void register(@Observes Filters filters) {
    filters.register(KeyPaths::take, FIRST);
  }

  static Optional<Secret> shown(RoutingContext context) {
    return Optional.ofNullable(context.<Secret>get(SHOWN));
  }

  private static void take(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.startsWith(PREFIX) || shown(context).isPresent()) {
      context.next();
      return;
    }
    int end = path.indexOf('/', PREFIX.length());
    String query = context.request().query();
    context.put(SHOWN, new Secret(path.substring(PREFIX.length(), end < 0 ? path.length() : end)));
    context.reroute((end < 0 ? "/" : path.substring(end)) + (query == null ? "" : "?" + query));
  }
}
