package dev.whetstone.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.cli.client.KnownTask;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A run of a server, over the public HTTP API as any trainer would have it. */
final class RunOverHttp implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final String server;
  private final String seed = UUID.randomUUID().toString();
  private String id = "";

  private RunOverHttp(URI server) {
    this.server = server.toString().replaceAll("/+$", "");
  }

  /**
   * @throws IOException in one line: no server there, or what it says against the run
   */
  static RunOverHttp create(URI server, String curriculum, int group) throws IOException {
    RunOverHttp run = new RunOverHttp(server);
    JsonNode created =
        run.post(
            "/api/v1/runs",
            Map.of(
                "name",
                "demo with a simulated learner",
                "curriculum",
                curriculum,
                "group_size",
                group,
                "seed",
                run.seed));
    run.id = created.path("id").asText();
    return run;
  }

  String id() {
    return id;
  }

  String seed() {
    return seed;
  }

  List<KnownTask> hand(int count) throws IOException {
    List<KnownTask> tasks = new ArrayList<>();
    try {
      for (JsonNode task : post(path("/tasks"), Map.of("count", count)).path("tasks"))
        tasks.add(KnownTask.of(task, seed));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the server is of another version than this program: " + e.getMessage(), e);
    }
    return tasks;
  }

  /**
   * Rewards in the order of the answers.
   *
   * @throws IOException if any of them has none
   */
  List<double[]> send(List<Attempt> attempts) throws IOException {
    List<Map<String, Object>> items = new ArrayList<>();
    List<double[]> rewards = new ArrayList<>();
    for (Attempt attempt : attempts) {
      items.add(Map.of("task", attempt.task().handle(), "completions", attempt.completions()));
      rewards.add(new double[attempt.truth().size()]);
    }
    for (JsonNode result : post(path("/candidates"), Map.of("candidates", items)).path("results")) {
      if (!result.path("status").asText().equals("rewarded"))
        throw new IOException("a candidate was not rewarded: " + result);
      rewards.get(result.path("item").asInt())[result.path("completion").asInt()] =
          result.path("reward").asDouble();
    }
    return rewards;
  }

  JsonNode curriculum() throws IOException {
    return get(path("/curriculum"));
  }

  /** Finishes the run, and has the server compute it again from its record: one sentence. */
  String finish() throws IOException {
    post(path("/finish"), Map.of());
    JsonNode audit = get(path("/audit"));
    boolean same =
        audit.path("agreeing").asLong() == audit.path("outcomes").asLong()
            && audit.path("counts_agree").asBoolean()
            && audit.path("curriculum_agrees").asBoolean();
    return "Computed again from its "
        + audit.path("outcomes").asLong()
        + " outcome rows, the run "
        + (same
            ? "gives the same rewards and the same curriculum, bit for bit."
            : "does NOT come out the same: " + audit);
  }

  private String path(String of) {
    return "/api/v1/runs/" + id + of;
  }

  private JsonNode get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(server + path)));
  }

  private JsonNode post(String path, Object body) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json(body))));
  }

  private static byte[] json(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("maps and lists can be written", e);
    }
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> answer = exchange(request.timeout(TIMEOUT).build());
    if (answer.statusCode() / 100 == 2) return JSON.readTree(answer.body());
    throw new IOException(server + " answers " + answer.statusCode() + ": " + problem(answer));
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new IOException(
          "no server answers at " + server + "; start one: ./whetstone serve (or name it: --url)",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String problem(HttpResponse<byte[]> answer) {
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return problem.path("detail").asText(problem.toString());
    } catch (IOException e) {
      return "not JSON; is it a Whetstone?";
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
