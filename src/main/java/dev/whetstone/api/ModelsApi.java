package dev.whetstone.api;

import dev.whetstone.model.serve.ModelView;
import dev.whetstone.model.serve.Models;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The learned verifiers: which serve, which could, which may not and why. */
@Path("/api/v1/models")
@Tag(name = "verifiers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ModelsApi {
  private final Models models;

  ModelsApi(Models models) {
    this.models = models;
  }

  @GET
  @Operation(summary = "List the versions of models in the server's folder")
  public List<ModelView> list() {
    return models.views();
  }
}
