package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What clients did and experienced, as two tables in Markdown. */
final class ConformanceTable {
  private final List<String> conformance = new ArrayList<>();
  private final List<String> experience = new ArrayList<>();

  void ran(JsonNode run) {
    boolean agrees = run.path("failed").asInt(1) == 0;
    String result = agrees ? run.path("rewards").asInt() + " rewards, all right" : "**fails**";
    conformance.add(row(name(run), run.path("function").asText(), result));
  }

  void notRun(String client, String reason) {
    conformance.add(row(client, "", "not run: " + reason));
  }

  void experienced(JsonNode run) {
    for (Map.Entry<String, JsonNode> fault : run.path("faults").properties()) {
      JsonNode told = fault.getValue();
      experience.add(
          row(
              name(run) + ", " + run.path("function").asText(),
              fault.getKey(),
              told.path("tries").asText(),
              seconds(told.path("seconds")),
              told.path("result").asText()));
    }
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!conformance.isEmpty()) {
      lines.addAll(List.of(row("client", "function", "result"), "|---|---|---|"));
      lines.addAll(conformance);
    }
    if (!experience.isEmpty()) {
      lines.addAll(List.of("", row("client", "fault", "requests", "seconds", "in the end")));
      lines.add("|---|---|---|---|---|");
      lines.addAll(experience);
    }
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static String name(JsonNode run) {
    return run.path("package").asText() + " " + run.path("version").asText();
  }

  private static String seconds(JsonNode seconds) {
    if (!seconds.isNumber()) return "";
    return seconds.asDouble() < 1 ? "< 1" : String.format(Locale.ROOT, "%.0f", seconds.asDouble());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
