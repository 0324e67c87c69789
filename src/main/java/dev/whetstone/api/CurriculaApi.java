package dev.whetstone.api;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.file.Curricula;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The curricula that a run may be created with. */
@Path("/api/v1/curricula")
@Tag(name = "families")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class CurriculaApi {
  private final Curricula curricula;

  CurriculaApi(Curricula curricula) {
    this.curricula = curricula;
  }

  /**
   * @param sha256 of its source, as it stands in every run made with it
   */
  public record Summary(
      String name, String description, List<String> families, String sha256, String source) {
    static Summary of(Curriculum curriculum) {
      return new Summary(
          curriculum.name(),
          curriculum.description(),
          curriculum.families().stream().map(family -> family.name()).toList(),
          curriculum.sha256(),
          curriculum.source());
    }
  }

  @GET
  @Operation(summary = "List the curricula, each with its source")
  public List<Summary> list() {
    return curricula.all().stream().map(Summary::of).toList();
  }
}
