package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Faults;
import dev.whetstone.api.ToolView;
import dev.whetstone.curriculum.file.UnknownCurriculum;
import dev.whetstone.rollout.UnknownEpisode;
import dev.whetstone.rollout.UnknownRun;
import dev.whetstone.task.Tool;
import java.util.List;
import java.util.Optional;

/** The Model Context Protocol's messages: JSON-RPC, tools, and what a call of one gives. */
final class Mcp {
  static final String LIST = "tools/list";
  static final String CALL = "tools/call";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int INVALID_REQUEST = -32_600;
  private static final int NO_METHOD = -32_601;
  private static final int INVALID_PARAMS = -32_602;
  private static final int OURS = -32_000;

  private Mcp() {}

  /** What is asked of a server; empty where it has no such method. */
  interface Methods {
    Optional<JsonNode> result(String method, JsonNode params);
  }

  /** The method's result, or an error of JSON-RPC. */
  static JsonNode answer(JsonNode request, Methods methods) {
    JsonNode id = request.path("id").isMissingNode() ? NullNode.instance : request.get("id");
    JsonNode params = request.path("params");
    if (!request.path("method").isTextual()) return failed(id, INVALID_REQUEST, "no method");
    if (!params.isMissingNode() && !params.isNull() && !params.isObject())
      return failed(id, INVALID_PARAMS, "Params must be an object");
    try {
      return methods
          .result(request.get("method").asText(), params)
          .<JsonNode>map(result -> envelope(id).set("result", result))
          .orElseGet(() -> failed(id, NO_METHOD, "Method not found"));
    } catch (BadField | UnknownEpisode | UnknownCurriculum | UnknownRun fault) {
      return failed(id, INVALID_PARAMS, Faults.sentence(fault));
    } catch (RuntimeException fault) {
      return failed(id, OURS, Faults.sentence(fault));
    }
  }

  static ObjectNode tools(List<Tool> tools) {
    ArrayNode views = JSON.arrayNode();
    for (Tool tool : tools) views.add(ToolView.of(tool, "inputSchema"));
    return JSON.objectNode().set("tools", views);
  }

  /**
   * What a call gives.
   *
   * @param isError whether the text is of a mistake, for the model to read
   */
  static ObjectNode text(String text, boolean isError) {
    ObjectNode result = JSON.objectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result.put("isError", isError);
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
