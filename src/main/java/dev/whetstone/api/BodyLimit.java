package dev.whetstone.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces itself too large, before it is read, and says so; and bodies beyond
 * what may be in flight at once, so that many large ones cannot exhaust the memory together.
 */
@ApplicationScoped
final class BodyLimit {
  /** Ahead of the server's own limit, which answers without a word. */
  private static final int FIRST = 1_000;

  private final long limit;
  private final long limitInFlight;
  private final ErrorForms forms;
  private final AtomicLong inFlight = new AtomicLong();

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      @ConfigProperty(name = "whetstone.api.max-bodies-in-flight") MemorySize limitInFlight,
      ErrorForms forms) {
    this.forms = forms;
    this.limit = limit.asLongValue();
    this.limitInFlight = limitInFlight.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    long size = announced(request);
    if (size > limit) forms.refuse(request, tooLarge());
    else if (size == 0) request.next();
    else if (inFlight.addAndGet(size) > limitInFlight) {
      inFlight.addAndGet(-size);
      request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
      forms.refuse(request, tooMany());
    } else {
      request.addEndHandler(done -> inFlight.addAndGet(-size));
      request.next();
    }
  }

  private Problem tooLarge() {
    return Problem.of(
        "body-too-large",
        "Body too large",
        413,
        "the body is larger than " + limit + " bytes",
        "body",
        "send a smaller batch, or raise quarkus.http.limits.max-body-size");
  }

  private Problem tooMany() {
    return Problem.of(
        "overloaded",
        "Too much at once",
        503,
        "the bodies in flight are larger than " + limitInFlight + " bytes together",
        "body",
        "try again in a second, or raise whetstone.api.max-bodies-in-flight");
  }

  private static long announced(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }
}
