package dev.whetstone.api.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Tools;
import dev.whetstone.rollout.Slots;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Tool;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of NeMo Gym's, with the Responses object that answers it. */
record GymRollout(JsonNode row) {
  private static final ObjectMapper ARGUMENTS = new ObjectMapper();

  /** What rows call the right answer, or the task of ours in its place. */
  static final String ANSWER = "expected_answer";

  private static final String MCP = "mcp__";

  GymRollout {
    if (row == null || !row.isObject())
      throw new BadField("body", "the body is no object", "send a row as a JSON object");
  }

  /** A call of the model's, or else a text. */
  record Item(String callId, String tool, JsonNode arguments, String text) {
    boolean isCall() {
      return tool != null;
    }

    /** As the player would have written it; empty where the call cannot be one. */
    Optional<String> message(List<Tool> tools) {
      if (!isCall()) return text.isBlank() ? Optional.empty() : Optional.of(text);
      try {
        return Optional.of(Tools.message(tools, tool, arguments));
      } catch (BadField noCall) {
        return Optional.empty();
      }
    }
  }

  /** A task of ours, or the right answer. */
  Optional<String> label() {
    JsonNode more = row.path("verifier_metadata");
    return Stream.of(row.path("task"), more.path("task"), row.path(ANSWER), more.path(ANSWER))
        .filter(value -> value.isValueNode() && !value.isNull() && !value.asText().isBlank())
        .map(JsonNode::asText)
        .findFirst();
  }

  Optional<TaskHandle> task() {
    return label()
        .filter(label -> label.startsWith(TaskHandle.SCHEME))
        .map(label -> Require.task(ANSWER, label));
  }

  /** The row's place in its file. */
  long index() {
    JsonNode index = row.path("_ng_task_index");
    return index.canConvertToInt() && index.asInt() >= 0 ? index.asInt() : Slots.ANY;
  }

  String text(String field) {
    return row.path(field).asText("");
  }

  boolean listsTools() {
    return !row.path("responses_create_params").path("tools").isEmpty();
  }

  /** What the model wrote and called, in its order; what it thought is left out. */
  List<Item> output() {
    JsonNode response = row.path("response");
    if (!response.isObject())
      throw new BadField("response", "there is no response", "send the Responses object");
    if (!response.path("output").isArray())
      throw new BadField(
          "response.output", "the response has no list of output", "send it as the model gave it");
    return response.path("output").valueStream().flatMap(item -> read(item).stream()).toList();
  }

  private static Optional<Item> read(JsonNode item) {
    return switch (item.path("type").asText("message")) {
      case "function_call" -> Optional.of(call(item));
      case "message" -> message(item);
      default -> Optional.empty();
    };
  }

  private static Optional<Item> message(JsonNode item) {
    if (!item.path("role").asText("assistant").equals("assistant")) return Optional.empty();
    String text = Samples.completion(text(item.path("content")), null);
    return Optional.of(new Item(null, null, null, text));
  }

  private static String text(JsonNode content) {
    if (content.isTextual()) return content.textValue();
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content)
      if (part.path("type").asText("output_text").equals("output_text"))
        text.append(part.path("text").asText(""));
    return text.toString();
  }

  /** Agents that speak MCP put their server's name in front. */
  private static Item call(JsonNode item) {
    String name = item.path("name").asText("");
    String bare = name.startsWith(MCP) ? name.substring(name.lastIndexOf("__") + 2) : name;
    return new Item(item.path("call_id").asText(""), bare, arguments(item.path("arguments")), null);
  }

  private static JsonNode arguments(JsonNode sent) {
    if (!sent.isTextual()) return sent;
    try {
      return ARGUMENTS.readTree(sent.textValue());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
