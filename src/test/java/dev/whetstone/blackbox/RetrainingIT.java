package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that trains by itself, and whose trial is killed; {@link LoopIT} kills the server. */
@Tag("long")
class RetrainingIT {
  private static final Path RECIPE = Launch.HOME.resolve("src/test/resources/training/small.yaml");
  private static final String TOKENIZER = "step-verifier/5/tokenizer.json";
  private static final String VERIFIER = "/api/v1/verifiers/toy";
  private static final int LIMIT_SECONDS = 120;
  private static final int STEPS = 60;
  private static final int CHECKPOINT = 5;

  @TempDir private Path folder;

  @Test
  void newOutcomesEndInOneDecidedVersion() throws Exception {
    Launch launch = Launch.fresh().environment(environment());
    trainFirst(launch);
    importPeoplesLabels(launch);
    try (PackagedServer server = PackagedServer.start(launch)) {
      Door door = server.door();
      assertEquals("SERVING", state(door, "1"));
      assertEquals("0 of 4 new labels and outcomes", retraining(door).path("waiting").asText());
      DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
      Handed task = run.task();
      run.results(
          List.of(DrivenRun.group(task, task.right("a"), task.right("b"), "It is 1.", "It is 2.")));

      await(server, () -> latest(door).path("step").asInt() >= CHECKPOINT);
      String id = latest(door).path("id").asText();
      assertEquals("TRAINING", latest(door).path("state").asText());
      assertEquals(1, workers().size());
      assertEquals(id, asked(door).expect(200).path("id").asText());

      await(server, () -> latest(door).path("state").asText().equals("TRAINED"));
      await(server, () -> state(door, "2").equals("CANDIDATE") && working(door));
      assertTrue(asked(door).problem(409).path("detail").asText().contains("waits to be measured"));

      await(server, () -> working(door));
      workers().forEach(ProcessHandle::destroyForcibly);
      await(server, () -> List.of("SERVING", "KEPT").contains(state(door, "2")));
      JsonNode version = version(door, "2");
      assertEquals("trial", version.path("events").path(1).path("decided_by").asText());
      JsonNode decision = version.path("events").path(2).path("decision");
      assertEquals("1", decision.path("incumbent").asText(), version::toString);
      assertEquals(3, decision.path("criteria").size(), version::toString);
      assertEquals(
          decision.path("promoted").asBoolean(), state(door, "2").equals("SERVING"), "the gate's");
      String serves = decision.path("promoted").asBoolean() ? "toy@2" : "toy@1";
      await(server, () -> serving(door).equals(serves));

      assertEquals(1, retraining(door).path("retrainings").size());
      assertEquals(id, latest(door).path("id").asText());
      assertEquals("2", latest(door).path("version").asText());
      assertEquals(2, door.get(VERIFIER + "/versions").expect(200).path("versions").size());
      assertEquals(3, version.path("events").size(), version::toString);
      assertEquals(List.of(), leftovers());
      assertTrue(door.get("/verifiers").text().contains("2 beside 1"));
      door.get("/api/v1/verifiers/nobody/retraining").problem(404);
      assertEquals("asked for: why not", asked(door).expect(202).path("reason").asText());
      server.stop();
      assertEquals(List.of(), workers());
    }
  }

  private static Reply asked(Door door) {
    return door.post(VERIFIER + "/retraining", Map.of("reason", "why not"));
  }

  private Map<String, String> environment() throws IOException {
    Path recipe = recipe("recipe.yaml", STEPS, CHECKPOINT);
    Map<String, String> environment = new HashMap<>();
    environment.put("WHETSTONE_MODEL_FOLDER", models().toString());
    environment.put("WHETSTONE_MODEL_STEP_VERIFIER", "toy");
    environment.put("WHETSTONE_MODEL_RESCAN", "PT0.2S");
    environment.put("WHETSTONE_PROMOTION_EVERY", "PT0.2S");
    environment.put("WHETSTONE_PROMOTION_FAMILY_EXAMPLES", "6");
    environment.put("WHETSTONE_PROMOTION_HUNTED_EXAMPLES", "2");
    environment.put("WHETSTONE_PROMOTION_GATE_MIN_HUMAN_PROBLEMS", "10");
    environment.put("WHETSTONE_RETRAINING_ENABLED", "true");
    environment.put("WHETSTONE_RETRAINING_AFTER", "4");
    environment.put("WHETSTONE_RETRAINING_NICENESS", "0");
    environment.put("WHETSTONE_RETRAINING_RECIPE", recipe.toString());
    return environment;
  }

  private Path models() {
    return folder.resolve("models");
  }

  private void trainFirst(Launch launch) throws Exception {
    Files.createDirectories(models().resolve(TOKENIZER).getParent());
    Files.copy(Launch.HOME.resolve("models").resolve(TOKENIZER), models().resolve(TOKENIZER));
    String once = recipe("first.yaml", 1, 1).toString();
    command(launch, "train", once, "--models", models().toString());
  }

  /** Of toy size, with little to learn and to validate. */
  private Path recipe(String name, int steps, int checkpoint) throws IOException {
    String small = Files.readString(RECIPE);
    return Files.writeString(
        folder.resolve(name),
        small
            .replace("examples: 200", "examples: 40")
            .replace("examples: 4\n", "examples: 1\n")
            .replace("steps: 40", "steps: " + steps)
            .replace("validate_every: 10", "validate_every: " + checkpoint));
  }

  private void importPeoplesLabels(Launch launch) throws Exception {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++)
      rows.add(
          "{\"id\": %d, \"problem\": \"What is %d + 1?\", \"steps\": [\"%d + 1 = %d\"],"
                  .formatted(i, i, i, i + 1 + i % 2)
              + "\"first_error\": %d, \"label_source\": \"human\"}".formatted(i % 2 - 1));
    Path file = Files.write(folder.resolve("people.jsonl"), rows);
    command(launch, "labels", "import", file.toString(), "--split", "test");
  }

  private void command(Launch launch, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", launch.data().toString()));
    Command.start(folder.resolve(arguments[0] + ".log"), all.toArray(String[]::new)).succeeds();
  }

  /** Processes of ours that train or measure. */
  private List<ProcessHandle> workers() {
    return ProcessHandle.allProcesses()
        .filter(
            handle ->
                handle
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(" retrain ") && line.contains(folder.toString()))
                    .isPresent())
        .toList();
  }

  private static void await(PackagedServer server, BooleanSupplier reached)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError(server.logTail());
      Thread.sleep(20);
    }
  }

  private static JsonNode retraining(Door door) {
    return door.get(VERIFIER + "/retraining").expect(200);
  }

  private static JsonNode latest(Door door) {
    return retraining(door).path("retrainings").path(0);
  }

  private static boolean working(Door door) {
    return retraining(door).path("working").asBoolean();
  }

  private static JsonNode version(Door door, String version) {
    Reply reply = door.get(VERIFIER + "/versions");
    if (reply.status() == 200)
      for (JsonNode one : reply.json().path("versions"))
        if (one.path("version").asText().equals(version)) return one;
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static String state(Door door, String version) {
    return version(door, version).path("state").asText();
  }

  private static String serving(Door door) {
    Map<String, Object> item = Map.of("problem", "What is 1 + 2?", "steps", List.of("1 + 2 = 3"));
    return door.post("/api/v1/verifications", Map.of("items", List.of(item)))
        .expect(200)
        .findPath("verifier")
        .asText();
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> all = Files.walk(models().resolve("toy"))) {
      return all.filter(path -> path.toString().matches(".*(checkpoint|cutoff|draft).*")).toList();
    }
  }
}
