package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Solution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Outcomes whose steps were read come before people, and what they say is kept through a kill. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewIT {
  private static final int TASKS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "WHETSTONE_VERIFY_STEPS_DEADLINE", "PT30S",
          "WHETSTONE_REVIEW_DRAW_EVERY", "PT1S",
          "WHETSTONE_REVIEW_DOUBLE_SHARE", "1");

  private static PackagedServer server;

  @BeforeAll
  static void start() {
    server = PackagedServer.start(Launch.fresh().environment(SETTINGS));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Door door() {
    return server.door();
  }

  @Test
  @Order(1)
  void nothingToJudgeIsNoFault() {
    assertEquals(204, next("ann", false).status());
    JsonNode statistics = statistics();
    assertTrue(statistics.path("items").isEmpty(), statistics::toString);
    assertTrue(statistics.path("agreement").path("score_alpha").isNull(), statistics::toString);
  }

  @Test
  @Order(1)
  void whatIsWrongIsToldWithItsField() {
    String unknown = "/00000000-0000-0000-0000-000000000000";
    post("/next", Map.of("rater", " ")).problem(400, "rater");
    post("/next", Map.of()).problem(400, "rater");
    post("/next", "").problem(400, "body");
    post("/next", Map.of("rater", "x".repeat(101))).problem(400, "rater");
    post(unknown + "/skip", Map.of("rater", "ann")).problem(409, "item");
    post("/nonsense/skip", Map.of("rater", "ann")).problem(400, "item");
    post(unknown + "/answer", answer("ann", null, 1)).problem(404);
    door().get("/api/v1/reviews" + unknown).problem(404);
    door().get("/api/v1/reviews?state=open").problem(400, "state");
  }

  @Test
  @Order(1)
  void thePageIsServed() {
    Reply page = door().get("/review.html");
    assertEquals(200, page.status());
    assertTrue(page.type().startsWith("text/html"), page::type);
    assertEquals(303, door().get("/review").status());
  }

  @Test
  @Order(2)
  void twoRatersJudgeWhatWasDrawnAndAThirdSettlesWhatTheyDispute() {
    solve();
    List<JsonNode> items = new ArrayList<>();
    while (items.size() < 2 * TASKS) {
      JsonNode item = awaitItem("ann").expect(200);
      assertEquals(10, item.path("waiting").asInt(), "few, in tens");
      assertFalse(item.has("source"), "a rater is not told why");
      assertTrue(item.path("votes").isEmpty());
      items.add(item);
      String path = "/" + item.path("item").asText();
      JsonNode receipt = post(path + "/answer", answer("ann", null, 1)).expect(200);
      assertEquals(receipt, post(path + "/answer", answer("ann", null, 1)).expect(200));
      post(path + "/answer", answer("ann", 0, 0)).problem(409, "item");
      door().get("/api/v1/reviews" + path).problem(404);
    }
    assertEquals(204, next("ann", false).status(), "few are all drawn, once");

    JsonNode disputed = next("ben", false).expect(200);
    String path = "/" + disputed.path("item").asText();
    post(path + "/answer", answer("ben", 99, 0)).problem(400, "first_error");
    post(path + "/answer", answer("ben", 0, 1)).problem(400, "score");
    post(path + "/answer", answer("ben", null, 0)).problem(400, "first_error");
    Map<String, Object> huge = answer("ben", 0, 0);
    huge.put("comment", "x".repeat(4_001));
    post(path + "/answer", huge).problem(400, "comment");
    server.kill();
    server.restart();
    assertEquals(disputed.path("item"), next("ben", false).expect(200).path("item"), "in hand");
    post(path + "/answer", answer("ben", 0, 0)).expect(200);
    JsonNode agreed = next("ben", false).expect(200);
    post("/" + agreed.path("item").asText() + "/answer", answer("ben", null, 1)).expect(200);

    JsonNode dispute = next("carol", true).expect(200);
    assertEquals(disputed.path("item"), dispute.path("item"));
    assertEquals(2, dispute.path("votes").size());
    post(path + "/answer", answer("carol", 0, 0.5)).expect(200);

    JsonNode settled = door().get("/api/v1/reviews" + path).expect(200);
    assertEquals("done", settled.path("state").asText());
    assertEquals(0.5, settled.path("score").asDouble());
    assertEquals(0, settled.path("first_error").asInt(-1));
    assertEquals(3, settled.path("votes").size());
    assertEquals(1, settled.path("inclusion").asDouble());
    assertEquals(2, door().get("/api/v1/reviews").expect(200).path("reviews").size());
    JsonNode agreement = statistics().path("agreement");
    assertEquals(2, agreement.path("items").asInt(), agreement::toString);
    assertEquals(0.5, agreement.path("pairs").path(0).path("observed").asDouble());
  }

  /** Each task once as it is right, and once with a wrong step and the right answer. */
  private static void solve() {
    Map<String, Object> wanted =
        Map.of(
            "name",
            "reviewed",
            "curriculum",
            "arithmetic",
            "group_size",
            2,
            "steps",
            "read",
            "seed",
            "reviewed");
    JsonNode created = door().post("/api/v1/runs", wanted).expect(201);
    DrivenRun run =
        new DrivenRun(
            door(), created.path("id").asText(), "reviewed", dev.whetstone.task.Split.TRAIN);
    SplittableRandom random = new SplittableRandom(7);
    List<Map<String, Object>> items = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    while (items.size() < TASKS)
      for (Handed handed : run.tasks(TASKS))
        if (handed.json().path("family").asText().equals("chain_sum")
            && items.size() < TASKS
            && seen.add(handed.task())) items.add(group(handed, random));
    for (JsonNode result : run.results(items))
      assumeTrue(result.path("sound").isBoolean(), "no step verifier is shipped");
  }

  private static Map<String, Object> group(Handed handed, SplittableRandom random) {
    var worked = handed.made().worked().orElseThrow();
    return DrivenRun.group(
        handed,
        Solution.right(worked).text(),
        Solution.broken(worked, 0, Flaw.RIGHT_AFTER_WRONG, random).text());
  }

  private static Reply awaitItem(String rater) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Reply reply = next(rater, false);
    while (reply.status() == 204 && System.nanoTime() < end) {
      pause();
      reply = next(rater, false);
    }
    return reply;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Map<String, Object> answer(String rater, Integer firstError, double score) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("rater", rater);
    answer.put("first_error", firstError);
    answer.put("score", score);
    answer.put("comment", "<img src=x onerror=alert(1)>\u0000\u001b[31m\u202e");
    return answer;
  }

  private static Reply next(String rater, boolean adjudicate) {
    return post("/next", Map.of("rater", rater, "adjudicate", adjudicate));
  }

  private static JsonNode statistics() {
    return door().get("/api/v1/reviews/statistics").expect(200);
  }

  private static Reply post(String path, Object body) {
    return door().post("/api/v1/reviews" + path, body);
  }
}
