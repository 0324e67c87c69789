package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Faults;
import dev.whetstone.api.Require;
import dev.whetstone.api.Tools;
import dev.whetstone.curriculum.file.UnknownCurriculum;
import dev.whetstone.rollout.Environments;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.UnknownEpisode;
import dev.whetstone.rollout.UnknownRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** An episode's tools by JSON-RPC, as the Model Context Protocol names the methods. */
@ApplicationScoped
class OpenEnvMcp {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int INVALID_REQUEST = -32_600;
  private static final int NO_METHOD = -32_601;
  private static final int INVALID_PARAMS = -32_602;
  private static final int OURS = -32_000;
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
    JsonNode id = request.path("id").isMissingNode() ? NullNode.instance : request.get("id");
    JsonNode params = request.path("params");
    if (!request.path("method").isTextual()) return failed(id, INVALID_REQUEST, "no method");
    if (!params.isMissingNode() && !params.isNull() && !params.isObject())
      return failed(id, INVALID_PARAMS, "Params must be an object");
    try {
      return result(environment, request.get("method").asText(), params, session)
          .<JsonNode>map(result -> envelope(id).set("result", result))
          .orElseGet(() -> failed(id, NO_METHOD, "Method not found"));
    } catch (BadField | UnknownEpisode | UnknownCurriculum | UnknownRun fault) {
      return failed(id, INVALID_PARAMS, Faults.sentence(fault));
    } catch (RuntimeException fault) {
      return failed(id, OURS, Faults.sentence(fault));
    }
  }

  private Optional<JsonNode> result(
      String environment, String method, JsonNode params, Optional<UUID> own) {
    return switch (method) {
      case "tools/list" -> Optional.of(list(environment, session(params, own)));
      case "tools/call" -> Optional.of(call(params, required(session(params, own))));
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
    return JSON.objectNode().set("tools", OpenEnvEpisodes.tools(tools, "inputSchema"));
  }

  private JsonNode call(JsonNode params, UUID id) {
    Episode episode = episodes.known(id);
    String name = Require.text("name", params.path("name").textValue(), Require.MAX_NAME);
    String message = Tools.message(episode, name, params.get("arguments"));
    OpenEnvEpisodes.Observation said = openEnv.said(episode, message, Optional.empty());
    ObjectNode result = JSON.objectNode();
    result
        .putArray("content")
        .addObject()
        .put("type", "text")
        .put("text", said.observation().path("feedback").asText());
    result
        .putObject("structuredContent")
        .put("reward", said.reward())
        .put("done", said.done())
        .set("observation", said.observation());
    return result.put("isError", false);
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

  private static ObjectNode envelope(JsonNode id) {
    return JSON.objectNode().put("jsonrpc", "2.0").set("id", id);
  }

  private static JsonNode failed(JsonNode id, int code, String message) {
    ObjectNode failed = envelope(id);
    failed.putObject("error").put("code", code).put("message", message);
    return failed;
  }
}
