package dev.whetstone.api.security;

import dev.whetstone.access.AuditTrail;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Notes what administrators change, before they are answered; the keys note more of themselves. */
@Singleton
final class Administration {
  private final AgroalDataSource database;
  private final Clock clock;
  private final Caller caller;

  Administration(AgroalDataSource database, Clock clock, Caller caller) {
    this.database = database;
    this.clock = clock;
    this.caller = caller;
  }

  @ServerResponseFilter
  void note(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (!Permissions.isAdministration(request.getMethod(), path) || path.startsWith("/api/v1/keys"))
      return;
    AuditTrail.add(
        database,
        new AuditTrail.Event(
            0, clock.instant(), caller.actor(), request.getMethod(), path, response.getStatus()));
  }
}
