package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Tools;
import dev.whetstone.rollout.Environments;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** An episode's tools by JSON-RPC, as the Model Context Protocol names the methods. */
@ApplicationScoped
class OpenEnvMcp {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SESSION = "session_id";

  private final Environments environments;
  private final Episodes episodes;
  private final OpenEnvEpisodes openEnv;

  OpenEnvMcp(Environments environments, Episodes episodes, OpenEnvEpisodes openEnv) {
    this.environments = environments;
    this.episodes = episodes;
    this.openEnv = openEnv;
  }

  /**
   * @param session the episode that it comes in, if it is one's own
   */
  JsonNode answer(String environment, JsonNode request, Optional<UUID> session) {
    return Mcp.answer(request, (method, params) -> result(environment, method, params, session));
  }

  private Optional<JsonNode> result(
      String environment, String method, JsonNode params, Optional<UUID> own) {
    return switch (method) {
      case Mcp.LIST -> Optional.of(list(environment, session(params, own)));
      case Mcp.CALL -> Optional.of(call(params, required(session(params, own))));
      case "openenv/session/create" -> Optional.of(create(environment, params));
      case "openenv/session/close" -> Optional.of(close(required(session(params, own))));
      default -> Optional.empty();
    };
  }

  private static Optional<UUID> session(JsonNode params, Optional<UUID> own) {
    return params.path(SESSION).isTextual()
        ? Optional.of(Require.id(SESSION, params.get(SESSION).asText()))
        : own;
  }

  private static UUID required(Optional<UUID> session) {
    return session.orElseThrow(
        () -> new BadField(SESSION, "there is no session", "reset, or openenv/session/create"));
  }

  private JsonNode list(String environment, Optional<UUID> session) {
    var tools =
        session
            .map(id -> episodes.known(id).tools())
            .orElseGet(() -> environments.tools(environment));
    return Mcp.tools(tools);
  }

  private JsonNode call(JsonNode params, UUID id) {
    Episode episode = episodes.known(id);
    String name = Require.text("name", params.path("name").textValue(), Require.MAX_NAME);
    String message = Tools.message(episode, name, params.get("arguments"));
    OpenEnvEpisodes.Observation said = openEnv.said(episode, message, Optional.empty());
    ObjectNode result = Mcp.text(said.observation().path("feedback").asText(), false);
    result
        .putObject("structuredContent")
        .put("reward", said.reward())
        .put("done", said.done())
        .set("observation", said.observation());
    return result;
  }

  private JsonNode create(String environment, JsonNode params) {
    OpenEnvEpisodes.Begun begun = openEnv.reset(environment, params);
    return JSON.objectNode()
        .put(SESSION, begun.episode().toString())
        .set("observation", begun.first().observation());
  }

  private JsonNode close(UUID id) {
    episodes.known(id);
    episodes.close(id);
    return JSON.objectNode().put(SESSION, id.toString()).put("closed", true);
  }
}
