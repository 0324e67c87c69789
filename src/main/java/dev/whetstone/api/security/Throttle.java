package dev.whetstone.api.security;

import dev.whetstone.access.ApiKey;
import dev.whetstone.access.Rates;
import dev.whetstone.api.ErrorForms;
import dev.whetstone.api.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;

/** Refuses what comes faster than its key may ask, and says when to come again. */
@ApplicationScoped
final class Throttle {
  /** Behind the question for keys. */
  private static final int AFTER = 50;

  private final Rates rates;
  private final ErrorForms forms;

  Throttle(Rates rates, ErrorForms forms) {
    this.rates = rates;
    this.forms = forms;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pace, AFTER);
  }

  private void pace(RoutingContext context) {
    OptionalLong wait =
        context.user() instanceof QuarkusHttpUser user
            ? taken(user.getSecurityIdentity().getAttribute(KeyMechanism.KEY))
            : OptionalLong.empty();
    if (wait.isEmpty()) context.next();
    else refuse(context, wait.getAsLong());
  }

  private OptionalLong taken(ApiKey key) {
    return key == null ? OptionalLong.empty() : rates.take(key);
  }

  private void refuse(RoutingContext context, long seconds) {
    context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    forms.refuse(context, tooFast(seconds));
  }

  private static Problem tooFast(long seconds) {
    return Problem.of(
        "too-many-requests",
        "Too many requests",
        429,
        "the key asks more often than it may",
        null,
        "try again in " + seconds + " s, ask for more at once, or have the key's rate raised");
  }
}
