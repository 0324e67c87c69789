package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log is lines for people, or one JSON object a line. */
class JsonLogIT {
  private static final Pattern LINE =
      Pattern.compile("\\d\\d:\\d\\d:\\d\\d (WARN |INFO |ERROR) .*tiny.*");

  @TempDir private Path models;

  @Test
  void everyLogLineIsAnObject() throws Exception {
    List<String> lines = log(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    List<String> objects = lines.stream().filter(line -> line.startsWith("{")).toList();
    assertFalse(objects.isEmpty(), lines::toString);
    boolean refused = false;
    for (String line : objects) {
      JsonNode logged = Door.JSON.readTree(line);
      for (String field : List.of("timestamp", "level", "loggerName", "message"))
        assertTrue(logged.hasNonNull(field), line);
      refused |= logged.path("message").asText().contains("tiny");
    }
    assertTrue(refused, "what cannot be loaded is not logged: " + objects);
    for (String line : lines) assertFalse(LINE.matcher(line).matches(), line);
    assertEquals(plain(log(Map.of())), plain(lines), "what it says of its start");
  }

  /** What is no log: without what differs from start to start. */
  private static List<String> plain(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("{") && !LINE.matcher(line).matches())
        .map(line -> line.replaceAll("[0-9]+", "0").replaceAll("/\\S+", "/"))
        .toList();
  }

  /** Of a start with a model that cannot be loaded, and of the stop. */
  private List<String> log(Map<String, String> more) throws Exception {
    if (!Files.exists(models.resolve(TinyModels.NAME)))
      TinyModels.write(models, 1, Kind.BROKEN_CARD);
    Launch launch = ModelFoldersIT.launch(models);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.putAll(more);
    try (PackagedServer server = PackagedServer.start(launch.environment(environment))) {
      server.stop();
      return Files.readAllLines(server.launch().log());
    }
  }
}
