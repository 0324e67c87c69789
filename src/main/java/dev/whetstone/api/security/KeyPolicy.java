package dev.whetstone.api.security;

import dev.whetstone.access.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Every request is refused that no scope of its key covers. */
@ApplicationScoped
final class KeyPolicy implements HttpSecurityPolicy {
  private final Access access;

  KeyPolicy(Access access) {
    this.access = access;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext request) {
    String method = context.request().method().name();
    String path = context.normalizedPath();
    if (!access.isKeyed() || Permissions.isPublic(method, path)) return CheckResult.permit();
    return identity.map(who -> new CheckResult(isAllowed(who, method, path)));
  }

  private static boolean isAllowed(SecurityIdentity who, String method, String path) {
    return Permissions.scopes(method, path).stream().anyMatch(scope -> who.hasRole(scope.word()));
  }
}
