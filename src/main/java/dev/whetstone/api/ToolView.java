package dev.whetstone.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.task.Tool;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tool that the player may call. */
@Schema(name = "Tool")
public record ToolView(String name, String description, JsonNode inputSchema) {
  static ToolView of(Tool tool) {
    return new ToolView(tool.name(), tool.summary(), Tools.schema(tool));
  }

  public static List<ToolView> all(List<Tool> tools) {
    return tools.stream().map(ToolView::of).toList();
  }

  /**
   * For protocols with other words of their own.
   *
   * @param schema what they call the schema of a tool's arguments
   */
  public static ObjectNode of(Tool tool, String schema) {
    ToolView view = of(tool);
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", view.name)
        .put("description", view.description)
        .set(schema, view.inputSchema);
  }
}
