package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Split;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server without a step verifier grades as ever, and says what it lacks. */
class NoVerifierIT {
  private static final Map<String, Object> GOOD =
      Map.of("problem", "1 + 1?", "steps", List.of("2"));
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    Launch launch = Launch.fresh();
    Path none = launch.folder().resolve("no-models");
    server = PackagedServer.start(launch.environment(Map.of("WHETSTONE_MODEL_FOLDER", "" + none)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aRunThatAsksForStepsIsStillRewarded() {
    DrivenRun run = steps("read");
    Handed task = run.task();

    JsonNode result = run.result(task, task.right("1"), "Idempotency-Key", "k");

    assertEquals("RIGHT", result.path("grade").asText(), result::toString);
    assertEquals(1.0, result.path("reward").asDouble(), result::toString);
    assertEquals("no_verifier", result.path("steps").path("unread").asText(), result::toString);
    assertFalse(result.has("sound"), result::toString);
    assertEquals(result.path("steps"), run.outcomes().getFirst().path("steps"));
    assertEquals(
        result.path("steps"),
        run.result(task, task.right("1"), "Idempotency-Key", "k").path("steps"));
    run.agreeingAudit();
  }

  @Test
  void aRunThatDoesNotAskHearsNothingOfSteps() {
    DrivenRun run = steps("none");
    Handed task = run.task();

    assertFalse(run.result(task, task.right("1")).has("steps"));
    assertTrue(run.outcomes().getFirst().path("steps").isNull());
    assertEquals("NONE", run.get("").path("steps").asText());
  }

  @Test
  void anUnknownChoiceOfStepsIsRefused() {
    Map<String, Object> wanted =
        Map.of("name", "x", "curriculum", "arithmetic", "group_size", 1, "steps", "some");

    JsonNode problem = server.door().post("/api/v1/runs", wanted).expect(400);

    assertEquals("steps", problem.path("field").asText(), problem::toString);
  }

  @Test
  void verifyingIsUnavailableAndSaysWhy() {
    Reply reply = verify(GOOD);

    JsonNode problem = reply.problem(503);
    assertEquals("urn:whetstone:problem:no-verifier", problem.path("type").asText());
    assertNull(reply.again(), "in a second nothing will have changed");
    assertEquals(0, server.door().get("/api/v1/models").expect(200).size());
  }

  @Test
  void whatIsWrongWithAnItemIsToldThoughNothingCanBeRead() {
    JsonNode results = verify(Map.of("problem", "p"), GOOD).expect(200).path("results");

    assertEquals("refused", results.path(0).path("status").asText(), results::toString);
    assertEquals("unread", results.path(1).path("status").asText(), results::toString);
    JsonNode problem = results.path(1).path("problem");
    assertEquals("urn:whetstone:problem:no-verifier", problem.path("type").asText());
  }

  @Test
  void reportsAreListedAndAnUnknownOneIsNotFound() {
    Door door = server.door();

    assertEquals(0, door.get("/api/v1/reports").expect(200).path("reports").size());
    door.get("/api/v1/reports?limit=0").problem(400, "limit");
    door.get("/api/v1/reports/none").problem(400, "report");
    door.get("/api/v1/reports/none.html").problem(400, "report");
    for (String form : List.of("", ".html"))
      door.get("/api/v1/reports/00000000-0000-0000-0000-000000000000" + form).problem(404);
  }

  @Test
  void whatCannotBeReadIsRefusedAloneWithItsField() {
    List<JsonNode> results =
        DrivenRun.list(
            verify(
                    Map.of("steps", List.of("2")),
                    Map.of("problem", " ", "steps", List.of("2")),
                    Map.of("problem", "p"),
                    Map.of("problem", "p", "steps", List.of()),
                    Map.of("problem", "p", "steps", List.of(" ")),
                    Map.of("problem", "p", "steps", Collections.nCopies(1_025, "s")),
                    Map.of("problem", "p", "steps", List.of("s"), "solution", "s"),
                    Map.of("problem", "p", "solution", " \n "),
                    Map.of("problem", "p", "solution", "<think>hm</think>"),
                    Map.of("problem", "p", "solution", "s\n".repeat(1_025)),
                    Map.of("problem", "p", "solution", "s".repeat(262_145)),
                    Map.of("problem", "p", "more", "s"))
                .expect(200)
                .path("results"));

    assertEquals(
        List.of(
            "problem",
            "problem",
            "solution",
            "steps",
            "steps[0]",
            "steps",
            "solution",
            "solution",
            "solution",
            "solution",
            "solution",
            "more"),
        results.stream().map(r -> r.path("problem").path("field").asText()).toList());
    for (JsonNode result : results) {
      assertEquals("refused", result.path("status").asText());
      assertFalse(result.path("problem").path("mend").asText().isBlank(), result::toString);
    }
  }

  @Test
  void aBatchBeyondTheLimitIsRefusedAsAWhole() {
    Map<String, Object> item = Map.of("problem", "p", "steps", List.of("s"));

    Reply reply =
        server.door().post("/api/v1/verifications", Map.of("items", Collections.nCopies(65, item)));

    assertEquals("items", reply.expect(400).path("field").asText());
  }

  private static Reply verify(Object... items) {
    return server.door().post("/api/v1/verifications", Map.of("items", List.of(items)));
  }

  private static DrivenRun steps(String steps) {
    Map<String, Object> wanted =
        new HashMap<>(
            Map.of("name", "steps", "curriculum", "arithmetic", "group_size", 2, "seed", steps));
    wanted.put("steps", steps);
    JsonNode run = server.door().post("/api/v1/runs", wanted).expect(201);
    return new DrivenRun(server.door(), run.path("id").asText(), steps, Split.TRAIN);
  }
}
