package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** ROLL's reward system: submit, then ask, with a body in the GET. */
@ExtendWith(SharedServer.class)
class RollIT {
  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void rightAndWrongAnswersHaveTheirScores(Door door) {
    assertEquals(1.0, reward(door, task("a", "It is \\boxed{4}.<|im_end|>", "4")));
    assertEquals(0.0, reward(door, task("b", "It is 5.", "4")));
    assertEquals(0.0, reward(door, task("c", "", "4")));
    assertEquals(1.0, reward(door, task("d", "4", 4)));
  }

  @Test
  void aRolloutTakesOnePlaceHoweverOftenItIsSent(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    Handed task = run.task();
    String text = task.right("1");
    for (String rollout : List.of("1", "1", "2", "1"))
      assertEquals(1.0, reward(door, task(rollout, text, task.task())));
    assertEquals(2, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void theResultIsWholeAndIsAskedForInBothWays(Door door) {
    String id = submitted(door, task("e", "4", "4"));
    JsonNode got = result(door, "GET", id);
    assertEquals(got, result(door, "POST", id));
    assertEquals(0, got.path("errcode").asInt(-1));
    assertEquals(4, got.path("dimention_reward_score").size());
    for (JsonNode dimension : got.path("dimention_reward_score"))
      assertTrue(
          dimension.path("debug_info").path("exact").path("time_cost").isNumber(), got::toString);
    for (String time : List.of("start_time", "end_time"))
      assertTrue(
          got.path(time)
              .asText()
              .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00"),
          got::toString);
  }

  /** Without a score, so that the client does not ask for five minutes but submits again. */
  @Test
  void anIdThatIsNotOursHasNoScore(Door door) {
    for (String id : new String[] {"", "nonsense", "MTsx", "\u00e4", "A".repeat(10_000), null}) {
      JsonNode result = result(door, "GET", id);
      assertEquals(0, result.path("errcode").asInt(-1), result::toString);
      assertTrue(result.has("reward_score") && result.path("reward_score").isNull());
    }
  }

  @Test
  void whatIsWrongHasACodeAndAMessage(Door door) {
    Map<String, Object> noTruth = task("f", "4", "4");
    noTruth.put("reward_info", Map.of("case_type", "io", "test_cases", "[]"));
    Map<String, Object> noResponse = task("g", null, "4");
    isError(door.post("/roll/submit", noTruth), "ground_truth");
    isError(door.post("/roll/submit", noResponse), "response");
    isError(door.post("/roll/submit", task("h", "4", "task:x")), "task");
    isError(door.post("/roll/submit", task("i", "4", " ")), "label");
    isError(door.post("/roll/submit", "{"), "JSON");
    isError(door.post("/roll/submit", ""), "body");
    Reply missing = door.get("/roll/nothing");
    assertEquals(404, missing.status());
    assertEquals(404, missing.json().path("errcode").asInt());
  }

  private static void isError(Reply reply, String names) {
    JsonNode error = reply.expect(200);
    assertEquals(400, error.path("errcode").asInt(), reply::toString);
    assertTrue(error.path("errmsg").asText().contains(names), reply::toString);
    assertFalse(error.has("reward_request_id"), reply::toString);
  }

  private static double reward(Door door, Map<String, Object> task) {
    JsonNode result = result(door, "GET", submitted(door, task));
    return result.path("reward_score").asDouble(-1);
  }

  private static String submitted(Door door, Map<String, Object> task) {
    JsonNode reply =
        door.post(
                "/roll/submit", task, "XRL-Authorization", "Bearer none", "BusinessType", "online")
            .expect(200);
    assertEquals(0, reply.path("errcode").asInt(-1), reply::toString);
    return reply.path("reward_request_id").asText();
  }

  private static JsonNode result(Door door, String method, String id) {
    Map<String, Object> body = new HashMap<>();
    body.put("reward_request_id", id);
    return door.send(
            method,
            "/roll/result",
            BodyPublishers.ofString(Door.json(body)),
            "Content-Type",
            "application/json")
        .expect(200);
  }

  private static Map<String, Object> task(String rollout, String response, Object truth) {
    Map<String, Object> task = new HashMap<>();
    task.put("priority", 1);
    task.put("project_id", "p");
    task.put("experiment_id", "e");
    task.put("global_step", 0);
    task.put("data_id", "1");
    task.put("rollout_id", rollout);
    task.put("prompt", "2+2?");
    task.put("response", response);
    task.put("reward_info", Map.of("ground_truth", truth));
    task.put("reward_manager", List.of(Map.of("plugin_name", "math")));
    task.put("timeout", 300);
    return task;
  }
}
