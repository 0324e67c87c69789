package dev.whetstone.api.security;

import dev.whetstone.access.Scope;
import dev.whetstone.api.ErrorForms;
import dev.whetstone.api.Problem;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says that a key is not for this, in the words of the protocol that the path belongs to. */
@ApplicationScoped
final class Forbidden {
  private final ErrorForms forms;

  Forbidden(ErrorForms forms) {
    this.forms = forms;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::refuse);
  }

  private void refuse(RoutingContext context) {
    if (context.failure() instanceof ForbiddenException && !context.response().ended())
      forms.refuse(context, problem(context));
    else context.next();
  }

  private static Problem problem(RoutingContext context) {
    return Problem.forbidden(
        "the key has no scope for this",
        "it takes one of "
            + Permissions.scopes(context.request().method().name(), context.normalizedPath())
                .stream()
                .map(Scope::word)
                .toList());
  }
}
