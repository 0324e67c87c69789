package dev.whetstone.api;

import dev.whetstone.training.promotion.History;
import dev.whetstone.training.promotion.page.VersionsPage;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The histories of verifiers' versions, for a browser. */
@Path("/verifiers")
@RunOnVirtualThread
public final class VerifiersPage {
  private final History history;

  VerifiersPage(AgroalDataSource database, Clock clock) {
    this.history = new History(database, clock);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public RestResponse<String> page() {
    return ReportsApi.shown(VersionsPage.of(history.all()));
  }
}
