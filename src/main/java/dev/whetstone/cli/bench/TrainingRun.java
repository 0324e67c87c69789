package dev.whetstone.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.cli.client.KnownTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run on the server that is measured, its seed known so that its answers are. */
record TrainingRun(String id, String seed) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** Candidates of each task. */
  static final int GROUP = 8;

  static TrainingRun create(Client client, String curriculum) throws IOException {
    String seed = "bench " + curriculum;
    String body =
        json(Map.of("name", "bench", "curriculum", curriculum, "group_size", GROUP, "seed", seed));
    JsonNode run = JSON.readTree(client.post("/api/v1/runs", body));
    return new TrainingRun(run.path("id").asText(), seed);
  }

  String tasksPath() {
    return "/api/v1/runs/" + id + "/tasks";
  }

  String candidatesPath() {
    return "/api/v1/runs/" + id + "/candidates";
  }

  static String wanted(int count) {
    return "{\"count\":" + count + "}";
  }

  List<KnownTask> hand(Client client, int count) throws IOException {
    JsonNode handed = JSON.readTree(client.post(tasksPath(), wanted(count)));
    List<KnownTask> tasks = new ArrayList<>();
    for (JsonNode task : handed.path("tasks")) tasks.add(KnownTask.of(task, seed));
    return tasks;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError("maps and lists can be written", e);
    }
  }
}
