package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is told after rewards through several doors, and who reads it. */
class MetricsIT {
  private static final Path DASHBOARD = Launch.HOME.resolve("k8s/grafana/whetstone.json");

  /** What a sound program does not come to; its own test holds it. */
  private static final Set<String> RARE = Set.of("whetstone_tasks_refused_total");

  private static final String UNKNOWN = "task:00000000-0000-0000-0000-000000000000@1";

  @TempDir private static Path models;
  private static PackagedServer server;
  private static Scrape scrape;

  @BeforeAll
  static void rewardsAreAskedFor() throws Exception {
    TinyModels.write(models, 1, Kind.GOOD);
    Launch launch = ModelFoldersIT.launch(models);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("WHETSTONE_ROLLOUT_GAUGES", "PT1S");
    environment.put("WHETSTONE_GENERATIVE_BASE_URL", "http://127.0.0.1:9/v1");
    server = PackagedServer.start(launch.environment(environment));
    askAtEveryDoor(server.door());
    scrape = onceTheGaugesTell();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  /** Three tasks of a run that has steps read, three candidates each; one comes twice. */
  private static void askAtEveryDoor(Door door) {
    DrivenRun run = VerificationsIT.run(door);
    List<Handed> tasks = run.tasks(3);
    Handed first = tasks.get(0);
    List<?> group =
        List.of(DrivenRun.group(first, first.right("1"), first.right("2"), first.unreadable("3")));
    String key = "the-same";
    run.results(group, "Idempotency-Key", key);
    run.results(group, "Idempotency-Key", key);
    run.results(List.of(Map.of("task", UNKNOWN, "completion", "1")));
    Handed second = tasks.get(1);
    String text = second.question() + second.right("1");
    Map<String, Object> openRlhf =
        Map.of(
            "query", List.of(text),
            "prompts", List.of(second.question()),
            "labels", List.of(second.task()));
    door.post("/openrlhf", openRlhf).expect(200);
    door.post("/get_reward", Map.of("query", List.of("4"), "labels", List.of("4"))).expect(200);
    door.post(
            "/slime/exact",
            Map.of("prompt", "", "response", second.right("2"), "label", second.task()))
        .expect(200);
    door.post("/score", Map.of("text_1", second.task(), "text_2", second.right("3"))).expect(200);
    door.post("/verify", gym(tasks.get(2))).expect(200);
    door.post("/api/v1/verifications", Map.of("items", List.of(tooLong()))).expect(200);
    run.task();
  }

  private static Map<String, Object> gym(Handed task) {
    Map<String, Object> said = Map.of("type", "output_text", "text", task.right("1"));
    Map<String, Object> message =
        Map.of("type", "message", "role", "assistant", "content", List.of(said));
    return Map.of(
        "responses_create_params", Map.of("input", "?"),
        "expected_answer", task.task(),
        "response", Map.of("output", List.of(message)));
  }

  private static Map<String, Object> tooLong() {
    return Map.of("problem", "one plus two", "steps", List.of("three ".repeat(1_000)));
  }

  private static Scrape onceTheGaugesTell() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    Scrape now = Scrape.of(server.door());
    while (now.sum("whetstone_curriculum_groups", Map.of()) < 2 && System.nanoTime() < deadline) {
      Thread.sleep(200);
      now = Scrape.of(server.door());
    }
    return now;
  }

  @Test
  void eachStageCountsWhatItDid() {
    assertEquals(4, scrape.sum("whetstone_admission_seconds_count", Map.of()));
    assertEquals(4, scrape.sum("whetstone_tasks_total", Map.of()));
    assertEquals(10, scrape.sum("whetstone_verification_seconds_count", exact("")));
    assertEquals(8, scrape.sum("whetstone_verification_seconds_count", exact("right")));
    assertEquals(6, scrape.sum("whetstone_queue_seconds_count", Map.of()));
    assertEquals(6, scrape.sum("whetstone_storage_seconds_count", Map.of()));
    for (String stage : List.of("admission", "verification", "queue", "storage")) {
      double seconds = scrape.sum("whetstone_" + stage + "_seconds_sum", Map.of());
      assertTrue(seconds > 0 && seconds < 60, stage + " " + seconds);
    }
  }

  private static Map<String, String> exact(String grade) {
    Map<String, String> labels = new HashMap<>(Map.of("verifier", "exact@1"));
    if (!grade.isEmpty()) labels.put("grade", grade);
    return labels;
  }

  @Test
  void candidatesCountByWhatBecameOfThem() {
    Map<String, Double> wanted =
        Map.of("right", 6.0, "unreadable", 1.0, "repeated", 3.0, "refused", 1.0, "unjudged", 0.0);
    wanted.forEach(
        (result, count) ->
            assertEquals(
                count, scrape.sum("whetstone_candidates_total", Map.of("result", result)), result));
  }

  @Test
  void theStepVerifierIsComparedWithTheExactOne() {
    double read = scrape.sum("whetstone_steps_total", Map.of("result", "read"));
    assertTrue(read > 0, "it read nothing");
    Map<String, String> tiny = Map.of("verifier", "tiny@1");
    assertEquals(read, scrape.sum("whetstone_reliability_total", tiny));
    assertEquals(7, scrape.sum("whetstone_steps_total", Map.of()));
    assertEquals(1, scrape.sum("whetstone_model_refused_total", Map.of("model", "tiny@1")));
  }

  @Test
  void theCurriculumIsTold() {
    assertEquals(2, scrape.sum("whetstone_curriculum_groups", Map.of()));
    double most = scrape.sum("whetstone_curriculum_pass_ratio", Map.of());
    assertTrue(most > 0.6 && most <= 2, () -> "of at most two families: " + most);
  }

  @Test
  void everyDoorIsToldApart() {
    Map<String, Double> wanted =
        Map.of("openrlhf", 2.0, "slime", 1.0, "vllm", 1.0, "nemo-gym", 1.0, "api", 7.0);
    wanted.forEach(
        (protocol, count) ->
            assertEquals(
                count,
                scrape.sum("http_server_requests_seconds_count", Map.of("protocol", protocol)),
                protocol));
  }

  @Test
  void thePageHasEachMeterWithItsTags() throws IOException {
    Map<String, Set<String>> page = MeterTable.read();
    Set<String> told = new TreeSet<>(scrape.names());
    told.removeIf(name -> !name.startsWith("whetstone_"));
    told.addAll(RARE);
    assertEquals(told, new TreeSet<>(page.keySet()));
    told.removeAll(RARE);
    for (String name : told) assertEquals(page.get(name), scrape.labels(name), name);
  }

  @Test
  void theDashboardAsksForWhatIsThere() throws IOException {
    List<PromQl> asked = PromQl.ofPanels(Door.JSON.readTree(Files.readString(DASHBOARD)));
    assertTrue(asked.size() > 15, asked::toString);
    Set<String> known = new HashSet<>(scrape.names());
    known.addAll(RARE);
    for (PromQl query : asked) {
      assertTrue(!query.names().isEmpty(), query::toString);
      for (String name : query.names()) assertTrue(known.contains(name), name + " in " + query);
      for (String name : query.names())
        if (!RARE.contains(name))
          assertTrue(
              labels(name).containsAll(query.labels()), query + " has labels " + labels(name));
    }
  }

  /** With those that Prometheus itself adds. */
  private static Set<String> labels(String name) {
    Set<String> labels = new HashSet<>(scrape.labels(name));
    labels.addAll(Set.of("job", "instance"));
    return labels;
  }

  /** After one round of words that nobody knows another round of other words adds nothing. */
  @Test
  void whatAClientMakesUpIsNoSeries() throws Exception {
    makeUp("first");
    Set<String> before = Scrape.of(server.door()).ids();
    makeUp("second");
    Set<String> after = Scrape.of(server.door()).ids();
    after.removeAll(before);
    after.removeIf(id -> id.startsWith("http_server_errors_total{class=io.")); // late, but of few
    assertEquals(Set.of(), after);
    for (String id : before) assertTrue(!id.contains("first"), id);
  }

  private static void makeUp(String word) throws Exception {
    Door door = server.door();
    for (String path : paths(word)) {
      door.get(path);
      door.post(path, Map.of(word, word));
      door.send("DELETE", path, BodyPublishers.noBody());
      door.send(word.toUpperCase(Locale.ROOT), path, BodyPublishers.noBody());
      RawHttp.hangUp(door, "POST " + path + " HTTP/1.1\nContent-Length: 100");
    }
    for (String path : List.of("/openenv/" + word + "/ws", "/openenv/default/ws"))
      openAndClose(door, path);
  }

  private static void openAndClose(Door door, String path) {
    try (Socket socket = Socket.open(door, path)) {
      socket.send("{}");
    } catch (CompletionException refused) {
      // So it should be.
    }
  }

  private static List<String> paths(String word) {
    List<String> paths = new ArrayList<>();
    for (String at : List.of("", "/api/v1", "/api/v1/runs", "/slime", "/tei", "/ors", "/clients"))
      paths.add(at + "/" + word);
    for (String at : List.of("nemo-gym", "openenv", "ors", "slime", "tei", "roll", "atropos", "q"))
      paths.add("/" + at + "/" + word + "/verify");
    paths.add("/reasoning-gym/experiments/" + word + "/batch");
    paths.add("/api/v1/runs/" + word + "/candidates?" + word + "=" + word);
    return paths;
  }
}
