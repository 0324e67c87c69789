package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Split;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks answered in turns, over our own REST. */
@ExtendWith(SharedServer.class)
class EpisodesIT {
  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void anAnswerEndsItAndIsSavedOnce(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    String right = open(run, Map.of("task", task.task())).path("episode").asText();
    String wrong = open(run, Map.of("task", task.task())).path("episode").asText();

    JsonNode said = say(door, right, Map.of("message", task.right("1")));
    assertTrue(said.path("over").asBoolean(), said::toString);
    assertEquals(1.0, said.path("result").path("reward").asDouble(-1), said::toString);
    assertEquals(said.path("result").path("outcome"), late(door, right).path("outcome"));
    Map<String, Object> call =
        Map.of("tool", "answer", "arguments", Map.of("answer", task.unreadable("2")));
    JsonNode other = say(door, wrong, call);
    assertEquals(0.0, other.path("result").path("reward").asDouble(-1), other::toString);

    assertEquals(2, run.outcomes().size());
    assertTrue(door.get("/api/v1/episodes/" + right).expect(200).path("over").asBoolean());
    run.agreeingAudit();
  }

  /** What comes after the end changes nothing. */
  private static JsonNode late(Door door, String episode) {
    return say(door, episode, Map.of("message", "another answer")).path("result");
  }

  @Test
  void aKeyNamesItsMessage(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    String episode = open(run, Map.of("task", task.task())).path("episode").asText();
    String path = "/api/v1/episodes/" + episode + "/messages";
    Map<String, String> message = Map.of("message", task.right("1"));
    JsonNode first = door.post(path, message, "Idempotency-Key", "k").expect(200);
    JsonNode again = door.post(path, message, "Idempotency-Key", "k").expect(200);
    assertEquals(first.path("result").path("outcome"), again.path("result").path("outcome"));
    assertEquals(first.path("said"), again.path("said"));
    assertEquals(1, run.outcomes().size());
  }

  @Test
  void aGroupSharesItsSlotsTask(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    List<String> tasks = List.of(slot(run, 7), slot(run, 7), slot(run, 7), slot(run, 7));
    assertEquals(tasks.get(0), tasks.get(1));
    assertEquals(tasks.get(2), tasks.get(3));
    assertNotEquals(tasks.get(0), tasks.get(2));
    assertNotEquals(tasks.get(0), slot(run, 8));
    String seed = UUID.randomUUID().toString();
    DrivenRun fixed = DrivenRun.create(door, "arithmetic", 2, Split.EVALUATION, seed);
    assertEquals(
        1, List.of(slot(fixed, 7), slot(fixed, 7), slot(fixed, 7)).stream().distinct().count());
  }

  private static String slot(DrivenRun run, int number) {
    return open(run, Map.of("slot", number)).path("task").asText();
  }

  @Test
  void closingLeavesNoOutcome(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    String path = "/api/v1/episodes/" + open(run, Map.of()).path("episode").asText();
    assertEquals(204, door.send("DELETE", path, BodyPublishers.noBody()).status());
    assertEquals(204, door.send("DELETE", path, BodyPublishers.noBody()).status());
    door.get(path).problem(410, "episode");
    door.post(path + "/messages", Map.of("message", "4")).problem(410, "episode");
    assertEquals(0, run.outcomes().size());
  }

  @Test
  void badInputIsTold(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    String episode = "/api/v1/episodes/" + open(run, Map.of()).path("episode").asText();
    door.get("/api/v1/episodes/x").problem(400, "episode");
    door.get("/api/v1/episodes/" + UUID.randomUUID()).problem(404, "episode");
    door.post(run.path("/episodes"), Map.of("slot", -1)).problem(400, "slot");
    door.post(run.path("/episodes"), Map.of("task", "x")).problem(400, "task");
    door.post(episode + "/messages", Map.of()).problem(400, "message");
    door.post(episode + "/messages", Map.of("tool", "jump")).problem(400, "tool");
    door.post(episode + "/messages", Map.of("tool", "answer")).problem(400, "answer");
    assertFalse(door.get(episode).expect(200).path("over").asBoolean());
  }

  static JsonNode open(DrivenRun run, Map<String, ?> wanted) {
    return run.door().post(run.path("/episodes"), wanted).expect(201);
  }

  static JsonNode say(Door door, String episode, Map<String, ?> message) {
    return door.post("/api/v1/episodes/" + episode + "/messages", message).expect(200);
  }
}
