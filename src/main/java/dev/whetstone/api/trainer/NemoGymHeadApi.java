package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** NeMo Gym's head server, which tells where the servers are: there is one, and it is this one. */
@Path("/global_config_dict_yaml")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
public final class NemoGymHeadApi {
  private static final String NAME = "whetstone";
  private static final int HTTP = 80;

  @GET
  @Operation(summary = "Where NeMo Gym's resources server is, for its clients; JSON within a text")
  public JsonNode config(@Context UriInfo called) {
    URI at = called.getBaseUri();
    ObjectNode servers = JsonNodeFactory.instance.objectNode();
    servers
        .putObject(NAME)
        .putObject("resources_servers")
        .putObject(NAME)
        .put("entrypoint", "app.py")
        .put("domain", "other")
        .put("host", at.getHost())
        .put("port", at.getPort() < 0 ? HTTP : at.getPort());
    return TextNode.valueOf(servers.toString());
  }
}
