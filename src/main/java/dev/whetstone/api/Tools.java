package dev.whetstone.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.rollout.Episode;
import dev.whetstone.task.Call;
import dev.whetstone.task.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A task's tools as trainers know them: a JSON schema, and a call with named arguments. */
public final class Tools {
  private Tools() {}

  /** The JSON schema of a tool's arguments; all are required. */
  static ObjectNode schema(Tool tool) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Tool.Parameter parameter : tool.parameters()) {
      properties
          .putObject(parameter.name())
          .put("type", parameter.type().name().toLowerCase(Locale.ROOT))
          .put("description", parameter.summary());
      required.add(parameter.name());
    }
    return schema;
  }

  /**
   * A call as the player would have written it; an answer's text is taken as it is.
   *
   * @throws BadField if the task has no such tool, or an argument is missing or no plain value
   */
  public static String message(Episode episode, String name, JsonNode arguments) {
    return message(episode.tools(), name, arguments);
  }

  /** The same for one of these tools. */
  public static String message(List<Tool> tools, String name, JsonNode arguments) {
    Tool tool = tool(tools, name);
    List<String> values = new ArrayList<>();
    for (Tool.Parameter parameter : tool.parameters())
      values.add(
          value(parameter.name(), arguments == null ? null : arguments.get(parameter.name())));
    return tool.equals(Episode.ANSWER) ? values.getFirst() : written(new Call(name, values));
  }

  private static String written(Call call) {
    String line = call.toString();
    if (Call.of(line).equals(List.of(call))) return line;
    throw new BadField(
        "arguments",
        "the arguments cannot be written in a call",
        "no line breaks, one kind of quotes, at most " + Call.MAX_LINE + " characters");
  }

  private static Tool tool(List<Tool> tools, String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadField(
                    "tool",
                    "the task has no such tool",
                    "call one of " + tools.stream().map(Tool::name).toList()));
  }

  private static String value(String name, JsonNode value) {
    if (value == null || value.isNull() || value.isContainerNode())
      throw new BadField(name, name + " is no text or number", "give the argument " + name);
    return Text.storable(value.asText());
  }
}
