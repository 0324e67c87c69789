package dev.whetstone.api.trainer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** reasoning-gym's REST service. */
@Path("/reasoning-gym")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ReasoningGymApi {
  /** Its own form of an error. */
  @Singleton
  static final class Form extends DetailForm {
    Form() {
      super("/reasoning-gym");
    }
  }

  @GET
  @Path("/health")
  @Operation(summary = "Health, as reasoning-gym tells it")
  public Map<String, String> health() {
    return Map.of("status", "healthy");
  }

  public record Experiment(String name) {}

  @POST
  @Path("/experiments")
  @Operation(summary = "x")
  public Experiment create(Experiment e) {
    return e;
  }
}
