package dev.whetstone.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The Python files, one for each trainer that knows no reward over HTTP, and the client they share.
 */
@Path("/clients")
@Tag(name = "trainers")
@RunOnVirtualThread
public final class ClientsApi {
  private static final String PYTHON = "text/x-python";

  /** These and no others: no path of a client's is ever opened. */
  private static final List<ClientFile> FILES =
      List.of(
          ClientFile.read("whetstone.py"),
          ClientFile.read("whetstone_areal.py"),
          ClientFile.read("whetstone_ms_swift.py"),
          ClientFile.read("whetstone_nemo_rl.py"),
          ClientFile.read("whetstone_skyrl.py"),
          ClientFile.read("whetstone_trl.py"),
          ClientFile.read("whetstone_verl.py"));

  /** All files, by name. */
  @Schema(name = "ClientFiles")
  public record Listing(List<Entry> clients) {}

  /** One file, without its text. */
  @Schema(name = "ClientFile")
  public record Entry(String name, String version, String sha256, int bytes, String summary) {
    static Entry of(ClientFile file) {
      int bytes = file.text().getBytes(UTF_8).length;
      return new Entry(file.name(), file.version(), file.sha256(), bytes, file.summary());
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "List the Python files for trainers")
  public Listing list() {
    return new Listing(FILES.stream().map(Entry::of).toList());
  }

  @GET
  @Path("/{file}")
  @Produces(PYTHON)
  @Operation(summary = "A Python file, to be put beside a training script")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = PYTHON, schema = @Schema(type = SchemaType.STRING)))
  public Response file(@RestPath String file, @Context Request request) {
    ClientFile found =
        FILES.stream()
            .filter(known -> known.name().equals(file))
            .findAny()
            .orElseThrow(
                () -> Unknown.of("file", file, FILES.stream().map(ClientFile::name).toList()));
    EntityTag tag = new EntityTag(found.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) return unchanged.build();
    return Response.ok(found.text(), PYTHON + ";charset=UTF-8")
        .tag(tag)
        .header("X-Whetstone-Client-Version", found.version())
        .build();
  }
}
