package dev.whetstone.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Refuses a body that announces itself too large or in an encoding that is not read, before it is
 * read, and says so; and bodies beyond what may be in flight at once, so that many large ones
 * cannot exhaust the memory together.
 */
@ApplicationScoped
final class BodyLimit {
  /** Ahead of the server's own limit, which answers without a word. */
  private static final int FIRST = 1_000;

  /** Behind it. */
  private static final int LAST = 1;

  private static final String PLAIN = "identity";
  private static final Set<String> ZIPPED = Set.of("gzip", "x-gzip");

  private final BodyMemory memory;
  private final ErrorForms forms;

  BodyLimit(BodyMemory memory, ErrorForms forms) {
    this.memory = memory;
    this.forms = forms;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
    filters.register(BodyLimit::countOurselves, LAST);
  }

  private void check(RoutingContext request) {
    try {
      requireReadable(request.request());
      memory.begin(request, announced(request.request()));
    } catch (BadBody bad) {
      refuse(request, bad.problem());
      return;
    }
    request.next();
  }

  /** The server would break off a body of untold length without a word. */
  private static void countOurselves(RoutingContext request) {
    request.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
    request.next();
  }

  private static void requireReadable(HttpServerRequest request) throws BadBody {
    if (!encoding(request).equals(PLAIN) && !isZipped(request)) throw BadBody.encoding();
  }

  static boolean isZipped(HttpServerRequest request) {
    return ZIPPED.contains(encoding(request));
  }

  private static String encoding(HttpServerRequest request) {
    String all = String.join(",", request.headers().getAll(HttpHeaders.CONTENT_ENCODING)).strip();
    return all.isEmpty() ? PLAIN : all.toLowerCase(Locale.ROOT);
  }

  private void refuse(RoutingContext request, Problem problem) {
    if (problem.status() == 503) request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
    forms.refuse(request, problem);
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }
}
