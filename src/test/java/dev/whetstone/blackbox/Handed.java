package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.LinkedHashMap;
import java.util.Map;

/** A task as it came over HTTP, and, for who knows the run's seed, its truth. */
record Handed(JsonNode json, Split split, String seed) {
  String task() {
    return json.path("task").asText();
  }

  String question() {
    return json.path("question").asText();
  }

  /** The task made again from its public form and the seed. */
  Task made() {
    TaskFamily family = Families.named(json.path("family").asText()).orElseThrow();
    Map<String, Integer> levels = new LinkedHashMap<>();
    json.path("levels")
        .properties()
        .forEach(level -> levels.put(level.getKey(), level.getValue().asInt()));
    Levels at = Levels.of(family.controls(), levels);
    return Identity.of(family, at, split, seed, json.path("index").asLong()).make(family);
  }

  /** A completion that is right, unlike any other with another mark. */
  String right(String mark) {
    return "Attempt " + mark + ".\n<answer>" + made().answer() + "</answer>";
  }

  /** A completion that states no number. */
  String unreadable(String mark) {
    return "Attempt " + mark + ".\nI cannot say";
  }
}
