package dev.whetstone.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The plain page for raters, by a short name. */
@Path("/review")
public final class ReviewPage {
  @GET
  @Operation(hidden = true)
  public RestResponse<Void> page() {
    return RestResponse.seeOther(URI.create("review.html"));
  }
}
