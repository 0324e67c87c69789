package dev.whetstone.api.security;

import dev.whetstone.access.AuditTrail;
import dev.whetstone.access.AuditTrail.Event;
import dev.whetstone.api.Require;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What administrators did. */
@Path("/api/v1/audit")
@Tag(name = "security")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AuditApi {
  private static final int MAX_LIST = 1_000;

  private final AgroalDataSource database;

  AuditApi(AgroalDataSource database) {
    this.database = database;
  }

  /** A page, newest first; {@code next} is the {@code before} to go on with. */
  public record AuditPage(List<Event> events, long next) {}

  @GET
  @Operation(summary = "List what administrators did, newest first")
  public AuditPage list(@RestQuery String before, @RestQuery @DefaultValue("100") String limit) {
    long from =
        before == null ? Long.MAX_VALUE : Require.number("before", before, 0, Long.MAX_VALUE);
    int length = (int) Require.number("limit", limit, 1, MAX_LIST);
    List<Event> events = AuditTrail.page(database, from, length);
    return new AuditPage(events, events.isEmpty() ? 0 : events.getLast().id());
  }
}
