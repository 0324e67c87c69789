package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.Worked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped step verifier sees a right answer that was come to by a wrong way. */
class StepsIT {
  private static final int TASKS = 24;

  /** What the shipped version is held to; an exact one would do all. */
  private static final double MOST = 0.9;

  private static PackagedServer server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(isShipped(), "no step verifier is shipped");
    server =
        PackagedServer.start(
            Launch.fresh()
                .environment(
                    Map.of(
                        "WHETSTONE_VERIFY_STEPS_DEADLINE",
                        "PT30S",
                        "WHETSTONE_PROOF_META_VERIFIER",
                        "learned")));
  }

  static boolean isShipped() throws IOException {
    Path folder = Launch.HOME.resolve("models/step-verifier");
    if (!Files.isDirectory(folder)) return false;
    try (Stream<Path> versions = Files.list(folder)) {
      return versions.anyMatch(version -> Files.exists(version.resolve("card.json")));
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  /** A handed task with its solution, and that solution with one wrong step and the same answer. */
  private record Pair(Handed handed, Solution right, Solution broken) {}

  private static List<Pair> pairs(DrivenRun run) {
    SplittableRandom random = new SplittableRandom(7);
    List<Pair> pairs = new ArrayList<>();
    while (pairs.size() < TASKS)
      for (Handed handed : run.tasks(TASKS))
        if (handed.json().path("family").asText().equals("chain_sum")) {
          Task task = handed.made();
          Worked worked = task.worked().orElseThrow();
          pairs.add(
              new Pair(
                  handed,
                  Solution.right(worked),
                  Solution.broken(worked, 0, Flaw.RIGHT_AFTER_WRONG, random)));
        }
    return pairs;
  }

  private static DrivenRun run() {
    Map<String, Object> wanted =
        Map.of(
            "name", "steps",
            "curriculum", "arithmetic",
            "group_size", 2,
            "seed", "steps",
            "steps", "read");
    JsonNode run = server.door().post("/api/v1/runs", wanted).expect(201);
    return new DrivenRun(server.door(), run.path("id").asText(), "steps", Split.TRAIN);
  }

  @Test
  void aRightAnswerByAWrongWayIsRewardedAndFlagged() {
    DrivenRun run = run();
    List<Pair> pairs = pairs(run);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Pair pair : pairs)
      items.add(DrivenRun.group(pair.handed, pair.right.text(), pair.broken.text()));

    List<JsonNode> results = run.results(items);

    for (JsonNode result : results) {
      assertEquals(1.0, result.path("reward").asDouble(), result::toString);
      assertTrue(result.path("steps").path("verifier").asText().startsWith("step-verifier@"));
      assertTrue(result.path("sound").isBoolean(), result::toString);
    }
    long foundSound = 0;
    long foundUnsound = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (results.get(2 * i).path("sound").asBoolean()) foundSound++;
      if (!results.get(2 * i + 1).path("sound").asBoolean()) foundUnsound++;
    }
    assertTrue(foundSound >= MOST * pairs.size(), "right ways seen as right: " + foundSound);
    assertTrue(foundUnsound >= MOST * pairs.size(), "wrong ways seen as wrong: " + foundUnsound);
    isOnRecord(run, results);
  }

  private static void isOnRecord(DrivenRun run, List<JsonNode> results) {
    List<JsonNode> outcomes = run.outcomes();
    for (int i = 0; i < results.size(); i++) {
      assertEquals(results.get(i).path("steps"), outcomes.get(i).path("steps"));
      assertEquals(results.get(i).path("sound"), outcomes.get(i).path("sound"));
    }
    JsonNode audit = run.agreeingAudit();
    long read = 0;
    for (JsonNode count : audit.path("steps_read")) read += count.asLong();
    assertEquals(results.size(), read, audit::toString);
    assertTrue(audit.path("unsound").asLong() > 0, audit::toString);
  }

  @Test
  void aVerificationNamesTheFirstWrongStep() {
    List<Pair> pairs = pairs(run());
    List<Map<String, Object>> items = new ArrayList<>();
    for (Pair pair : pairs)
      items.add(Map.of("problem", pair.handed.question(), "steps", pair.broken.steps()));

    JsonNode results =
        server
            .door()
            .post("/api/v1/verifications", Map.of("items", items))
            .expect(200)
            .path("results");

    long found = 0;
    for (int i = 0; i < pairs.size(); i++) {
      JsonNode steps = results.path(i).path("steps");
      assertEquals("read", results.path(i).path("status").asText(), results::toString);
      assertEquals(pairs.get(i).broken.steps().size(), steps.path("right").size());
      if (steps.path("first_error").asInt(-1) == 0) found++;
    }
    assertTrue(found >= MOST * pairs.size(), "first wrong steps named: " + found);
  }

  @Test
  void theModelIsListedAsServing() {
    JsonNode models = server.door().get("/api/v1/models").expect(200);

    assertTrue(
        DrivenRun.list(models).stream()
            .anyMatch(model -> model.path("state").asText().equals("SERVING")),
        models::toString);
  }

  /** No language model is needed for it. */
  @Test
  void itJudgesAnalysesOfProofsWhereTheSettingsSaySo() {
    List<Pair> pairs = pairs(run());
    long real = 0;
    long unreal = 0;
    for (Pair pair : pairs) {
      if (analysis(pair, pair.broken).path("reward").asDouble() == 1) real++;
      if (analysis(pair, pair.right).path("components").path("meta").asDouble() == 0) unreal++;
    }
    assertTrue(real >= MOST * pairs.size(), "wrong first steps confirmed: " + real);
    assertTrue(unreal >= MOST * pairs.size(), "right first steps defended: " + unreal);
  }

  /** What a 0 is worth for the reason that the first step does not follow. */
  private static JsonNode analysis(Pair pair, Solution solution) {
    String reason =
        "ISSUE | step 1 | logic | fatal | \"%s\" | it does not follow"
            .formatted(solution.steps().getFirst());
    JsonNode worth =
        server
            .door()
            .post(
                "/api/v1/proofs/analyses",
                Map.of(
                    "problem", pair.handed.question(),
                    "proof", String.join("\n", solution.steps()),
                    "response", Chat.evaluation(reason, "0"),
                    "score", 0))
            .expect(200);
    JsonNode evaluation = worth.path("evaluation");
    assertTrue(evaluation.path("meta_verifier").asText().startsWith("step-verifier@"));
    assertEquals(1, evaluation.path("issues").size(), evaluation::toString);
    return worth;
  }
}
