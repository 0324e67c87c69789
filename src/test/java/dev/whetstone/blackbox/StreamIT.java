package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Events reach a real broker whatever is killed, and rewards do not wait for it. What is killed
 * comes last: a broker waits long for a consumer that said no farewell.
 */
@TestMethodOrder(OrderAnnotation.class)
class StreamIT {
  private static final int CLIENTS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static Broker broker;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    broker = Broker.start();
    server =
        PackagedServer.start(
            Launch.fresh()
                .with("--broker", broker.address())
                .environment(Map.of("WHETSTONE_STREAM_CANDIDATES", "true")));
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

  @Test
  @Order(1)
  void candidatesByKafkaCountOnceAndBadOnesArePutAside() throws Exception {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", Load.GROUP);
    Handed task = run.task();
    Map<String, Object> right = DrivenRun.single(task, task.right("by Kafka"));
    Map<String, Object> unknown =
        Map.of("task", "task:00000000-0000-0000-0000-000000000000@1", "completion", "7");
    Topic.write(
        broker,
        "whetstone.candidates",
        Topic.message(batch(right), "first"),
        Topic.message(batch(right), "first"),
        Topic.message("{", "second"),
        Topic.message(batch(unknown, DrivenRun.group(task, "x")), "third"));

    try (Topic outcomes = new Topic(broker, "whetstone.outcomes");
        Topic dead = new Topic(broker, "whetstone.candidates.dead")) {
      outcomes.readUntil(LIMIT, () -> outcomes.ofKey(run.id()).size() >= 2);
      dead.readUntil(LIMIT, () -> dead.size() >= 2);
      assertEquals(
          Map.of("first 0 0", 1.0, "third 1 0", 0.0),
          outcomes.ofKey(run.id()).values().stream()
              .map(event -> event.path("data"))
              .collect(
                  Collectors.toMap(
                      d -> d.path("item").asText(), d -> d.path("reward").asDouble())));
      assertEquals(2, run.outcomes().size(), "the same message twice, and one of two items");
      assertEquals(
          Map.of("second", "{", "third", batch(unknown)),
          dead.records().stream()
              .collect(Collectors.toMap(r -> header(r, "Idempotency-Key"), ConsumerRecord::value)));
      for (ConsumerRecord<String, String> record : dead.records()) {
        JsonNode problem = Topic.json(header(record, "problem"));
        assertTrue(problem.hasNonNull("mend"), problem::toString);
        assertTrue(header(record, "reason").contains(problem.path("detail").asText()));
      }
    }
    theTooLargeIsToldAndStopsNobody();
  }

  /**
   * With the reason it is more than the producer takes; and of several completions each is alone.
   */
  private static void theTooLargeIsToldAndStopsNobody() throws Exception {
    Map<String, Object> both =
        Map.of(
            "task",
            "task:00000000-0000-0000-0000-000000000000@1",
            "completions",
            List.of("a", "b"));
    Topic.write(
        broker,
        "whetstone.candidates",
        Topic.message("{" + " ".repeat(1_048_300), "large"),
        Topic.message(batch(both), "both"));
    try (Topic dead = new Topic(broker, "whetstone.candidates.dead")) {
      dead.readUntil(LIMIT, () -> dead.size() >= 5);
      assertEquals(1, texts(dead, "[\"a\"]").size());
      assertEquals(1, texts(dead, "[\"b\"]").size());
      assertEquals(List.of(""), texts(dead, "").stream().filter(String::isEmpty).toList());
    }
  }

  private static List<String> texts(Topic topic, String part) {
    return topic.records().stream()
        .map(ConsumerRecord::value)
        .filter(text -> text.contains(part))
        .toList();
  }

  private static String batch(Map<?, ?>... items) {
    return Door.json(Map.of("candidates", List.of(items)));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Minutes without a broker, at one speed. */
  @Test
  @Tag("long")
  void aBrokerThatIsAwayForMinutesIsNotMissed() throws Exception {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", Load.GROUP);
    Load load = new Load(run);
    during(load, 5_000);
    int before = during(load, 20_000);
    int with = during(load, 20_000) - before;
    broker.kill();
    int start = load.acknowledged();
    int without = during(load, 180_000) - start;
    broker.restart();
    System.out.printf("in 20 s: %d with a broker, %d without%n", with, without / 9);
    assertTrue(without / 9.0 > with * 0.7, "rewards waited for the broker");
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
