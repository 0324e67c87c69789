package dev.whetstone.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that announces itself too large, before it is read, and says so. */
@ApplicationScoped
final class BodyLimit {
  /** Ahead of the server's own limit, which answers without a word. */
  private static final int FIRST = 1_000;

  private final long limit;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    if (announced(request) <= limit) request.next();
    else
      request
          .response()
          .setStatusCode(413)
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
          .end(problem().encode());
  }

  private JsonObject problem() {
    return new JsonObject()
        .put("type", "urn:whetstone:problem:body-too-large")
        .put("title", "Body too large")
        .put("status", 413)
        .put("detail", "the body is larger than " + limit + " bytes")
        .put("field", "body")
        .put("mend", "send a smaller batch, or raise quarkus.http.limits.max-body-size");
  }

  private static long announced(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }
}
