package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import dev.whetstone.task.Split;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Solutions at and beyond every edge: each is read or refused with its field and the mend. */
class VerificationsIT {
  private static final String MEGABYTE = "one plus two is three ".repeat(48_000);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Map<String, Object> GOOD =
      Map.of("problem", "one plus two", "steps", List.of("one plus two is three", "three"));

  @TempDir private static Path models;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    TinyModels.write(models, 1, Kind.GOOD);
    server = PackagedServer.start(ModelFoldersIT.launch(models));
    // The first answer of a fresh program is slow.
    verify(GOOD);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  @AfterEach
  void theServerServesOn() {
    JsonNode result = verify(GOOD);
    assertEquals("read", result.path("status").asText(), result::toString);
    assertEquals(2, result.path("steps").path("right").size(), result::toString);
  }

  @Test
  void zeroStepsAreRefused() {
    isRefused("steps", Map.of("problem", "one", "steps", List.of()));
    isRefused("steps[1]", Map.of("problem", "one", "steps", List.of("one", " ")));
    isRefused("solution", Map.of("problem", "one", "solution", "<think>one</think>\n"));
  }

  @Test
  void tenThousandStepsAreRefusedAtOnce() {
    List<String> steps = Collections.nCopies(10_000, "one");
    isRefused("steps", Map.of("problem", "one", "steps", steps));
    isRefused("solution", Map.of("problem", "one", "solution", "one\n".repeat(10_000)));
    isRefused("solution", Map.of("problem", "one", "solution", "one\n\n".repeat(10_000)));
  }

  @Test
  void aMegabyteOfTextIsRefusedAtOnce() {
    isRefused("problem", Map.of("problem", MEGABYTE, "steps", List.of("one")));
    isRefused("steps[1]", Map.of("problem", "one", "steps", List.of("one", MEGABYTE)));
    isRefused("solution", Map.of("problem", "one", "solution", MEGABYTE));
    List<String> parts = Collections.nCopies(100, MEGABYTE.substring(0, 10_000));
    isRefused("steps", Map.of("problem", "one", "steps", parts));
  }

  @Test
  void asMuchAsIsAllowedIsTheModelsToRefuse() {
    String longest = MEGABYTE.substring(0, 262_000);
    unscorable("steps", Map.of("problem", "one", "steps", List.of(longest)));
    unscorable("solution", Map.of("problem", "one", "solution", longest));
    unscorable("steps", Map.of("problem", "one", "steps", Collections.nCopies(1_024, "one")));
  }

  @Test
  void aModelThatSaysNoNumberIsOurFaultAndThatItemsAlone() {
    JsonNode results = send(Map.of("problem", "nine", "steps", List.of("nine")), GOOD).expect(200);
    JsonNode first = results.path("results").path(0);

    assertEquals("unread", first.path("status").asText(), first::toString);
    assertEquals(500, first.path("problem").path("status").asInt(), first::toString);
    assertFalse(first.path("problem").path("mend").asText().isBlank(), first::toString);
    assertEquals("read", results.path("results").path(1).path("status").asText());
  }

  @Test
  void whatIsNoBatchIsAProblemAsAWhole() {
    Door door = server.door();
    for (String body : List.of("", "[]", "{}", "{\"items\": null}", "{\"items\": 5}", "{\"items\""))
      door.post("/api/v1/verifications", body).problem(400);
    door.post("/api/v1/verifications", Map.of("items", List.of(), "more", 1)).problem(400, "more");
    door.get("/api/v1/verifications").problem(405);
    for (Object item : List.of(5, "one", List.of(), Map.of("problem", 5, "steps", List.of("one"))))
      assertEquals("refused", verify(item).path("status").asText(), item::toString);
    assertEquals(0, send().expect(200).path("results").size());
  }

  @Test
  void inARunTheStepsAreUnreadAndTheRewardIsWhatItWas() {
    DrivenRun run = run(server.door());
    Handed task = run.task();
    String right = task.right("1");
    List<JsonNode> results =
        run.results(
            List.of(
                DrivenRun.group(
                    task, right, "one\n".repeat(10_000) + right, "<think>" + right + "</think>")));

    assertEquals(1.0, results.get(0).path("reward").asDouble(), results::toString);
    assertEquals(1.0, results.get(1).path("reward").asDouble(), results::toString);
    assertEquals("too_long", results.get(1).path("steps").path("unread").asText());
    assertEquals("no_steps", results.get(2).path("steps").path("unread").asText());
    assertFalse(results.get(1).has("sound"), results::toString);
    run.agreeingAudit();
  }

  @Test
  void inARunAMegabyteIsRefusedAtOnceAndItsPlaceStaysFree() {
    DrivenRun run = run(server.door());
    Handed task = run.task();

    Reply reply = run.send(List.of(DrivenRun.single(task, MEGABYTE)));

    JsonNode problem = reply.expect(200).findPath("problem");
    assertEquals(413, problem.path("status").asInt(), reply::toString);
    assertEquals("completion", problem.path("field").asText(), reply::toString);
    assertTrue(reply.took().compareTo(SOON) < 0, reply::toString);
    assertEquals(1.0, run.result(task, task.right("1")).path("reward").asDouble());
  }

  static DrivenRun run(Door door) {
    Map<String, Object> wanted =
        Map.of(
            "name", "steps",
            "curriculum", "arithmetic",
            "group_size", 3,
            "seed", "edges",
            "steps", "read");
    JsonNode run = door.post("/api/v1/runs", wanted).expect(201);
    return new DrivenRun(door, run.path("id").asText(), "edges", Split.TRAIN);
  }

  private static Reply send(Object... items) {
    return server.door().post("/api/v1/verifications", Map.of("items", List.of(items)));
  }

  private static JsonNode verify(Object item) {
    return send(item).expect(200).path("results").path(0);
  }

  /** At the door, before anything is read. */
  private static void isRefused(String field, Map<String, Object> item) {
    refused(400, field, item);
  }

  /** By the model, which has to look at it. */
  private static void unscorable(String field, Map<String, Object> item) {
    refused(422, field, item);
  }

  /** Soon, and alone: another item of the batch is read. */
  private static void refused(int status, String field, Map<String, Object> item) {
    Reply reply = send(item, GOOD);
    JsonNode results = reply.expect(200).path("results");
    JsonNode problem = results.path(0).path("problem");
    assertEquals("refused", results.path(0).path("status").asText(), reply::toString);
    assertEquals(status, problem.path("status").asInt(), reply::toString);
    assertEquals(field, problem.path("field").asText(), reply::toString);
    assertFalse(problem.path("mend").asText().isBlank(), reply::toString);
    assertEquals("read", results.path(1).path("status").asText(), reply::toString);
    assertTrue(reply.took().compareTo(SOON) < 0, reply::toString);
  }
}
