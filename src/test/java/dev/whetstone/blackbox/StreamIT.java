package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events reach a real broker whatever is killed, and rewards do not wait for it. */
class StreamIT {
  private static final int CLIENTS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static Broker broker;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    broker = Broker.start();
    server = PackagedServer.start(Launch.fresh().with("--broker", broker.address()));
    broker.untilItAnswers();
  }

  @AfterAll
  static void close() {
    if (server != null) server.close();
    if (broker != null) broker.close();
  }

  @Test
  void everyOutcomeLeavesInOrderWhateverIsKilled() throws Exception {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", Load.GROUP);
    Load load = new Load(run);
    int before = during(load, 1_500);
    try (Topic topic = new Topic(broker, "whetstone.outcomes")) {
      topic.readUntil(LIMIT, () -> topic.ofKey(run.id()).size() >= before);
    }

    broker.kill();
    int without = during(load, 3_000) - before;
    assertTrue(without > before, () -> without + " rewards without a broker, " + before + " with");

    broker.restart();
    load.start(CLIENTS);
    Thread.sleep(700);
    server.kill();
    load.stop();
    server.restart();
    load.settle();
    load.assertNothingIsLost(run);
    arrivesInOrder(run);
  }

  private static int during(Load load, int millis) throws InterruptedException {
    load.start(CLIENTS);
    Thread.sleep(millis);
    load.stop();
    return load.acknowledged();
  }

  private static void arrivesInOrder(DrivenRun run) {
    List<JsonNode> outcomes = run.outcomes();
    try (Topic topic = new Topic(broker, "whetstone.outcomes")) {
      topic.readUntil(LIMIT, () -> topic.ofKey(run.id()).size() >= outcomes.size());
      Map<String, JsonNode> events = topic.ofKey(run.id());
      List<Long> numbers = new ArrayList<>();
      events.values().forEach(e -> numbers.add(e.path("data").path("outcome").asLong()));
      assertEquals(outcomes.stream().map(o -> o.path("id").asLong()).toList(), numbers);
      for (JsonNode outcome : outcomes)
        agrees(outcome, events.get("outcome:" + outcome.path("id")));
      System.out.printf(
          "stream: %d outcomes, %d records%n", outcomes.size(), topic.records().size());
    }
  }

  private static void agrees(JsonNode outcome, JsonNode event) {
    assertEquals("outcome", event.path("type").asText());
    assertEquals(1, event.path("version").asInt());
    assertEquals(outcome.path("received_at"), event.path("at"));
    assertEquals(outcome.path("run"), event.path("run"));
    JsonNode data = event.path("data");
    for (String same : List.of("task", "place", "grade", "reward", "components", "candidate_hash"))
      assertEquals(outcome.path(same), data.path(same), same);
    assertTrue(data.path("candidate").isMissingNode(), "texts stay here");
  }
}
