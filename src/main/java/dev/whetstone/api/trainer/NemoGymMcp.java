package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.rollout.Episode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A rollout's tools for NeMo Gym's clients that speak MCP. Every message is answered by itself, so
 * that there is no session but the rollout's, which a header names.
 */
@ApplicationScoped
class NemoGymMcp {
  static final String TOKEN = "X-NeMo-Gym-Session-Token";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NAME = "whetstone";
  private static final List<String> VERSIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private final NemoGym gym;
  private final String version;

  NemoGymMcp(NemoGym gym, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.gym = gym;
    this.version = version;
  }

  /** Where a rollout's tools are, for whoever seeds one. */
  static ObjectNode offer(Episode episode) {
    ObjectNode offer =
        JSON.objectNode().put("server_name", NAME).put("url_path", "/mcp").put("transport", "http");
    offer.putObject("headers").put(TOKEN, episode.id().toString());
    return offer;
  }

  JsonNode answer(RoutingContext request, JsonNode message) {
    return Mcp.answer(message, (method, params) -> result(request, method, params));
  }

  private Optional<JsonNode> result(RoutingContext request, String method, JsonNode params) {
    return switch (method) {
      case "initialize" -> Optional.of(initialized(params.path("protocolVersion").asText()));
      case "ping" -> Optional.of(JSON.objectNode());
      case Mcp.LIST -> Optional.of(Mcp.tools(gym.tools(session(request))));
      case Mcp.CALL -> Optional.of(called(request, params));
      default -> Optional.empty();
    };
  }

  private JsonNode initialized(String wanted) {
    ObjectNode told =
        JSON.objectNode()
            .put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.getFirst());
    told.putObject("capabilities").putObject("tools");
    told.putObject("serverInfo").put("name", NAME).put("version", version);
    return told;
  }

  private static UUID session(RoutingContext request) {
    String token = request.request().getHeader(TOKEN);
    if (token != null) return Require.id(TOKEN, token);
    throw new BadField(TOKEN, "the header " + TOKEN + " is missing", "send what seeding told");
  }

  /** A mistake is for the model to read, as over HTTP. */
  private JsonNode called(RoutingContext request, JsonNode params) {
    UUID session = session(request);
    String tool = Require.text("name", params.path("name").textValue(), Require.MAX_NAME);
    try {
      return Mcp.text(
          gym.call(request, session, tool, params.get("arguments")).turn().said(), false);
    } catch (BadField mistake) {
      return Mcp.text(mistake.sentence(), true);
    }
  }
}
