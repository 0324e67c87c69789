package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Labellings go on where they were, however often the server is killed in the middle of them. */
class LabellingKillIT {
  private static final int PROOFS = 12;
  private static final int ANALYSES = 10;
  private static final int KILLS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static Chat chat;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    chat = new Chat(LabellingKillIT::slowly);
    Map<String, String> environment = new HashMap<>(chat.environment());
    environment.put("WHETSTONE_LABELLING_RULE", "fixed");
    environment.put("WHETSTONE_LABELLING_ANALYSES", "" + ANALYSES);
    environment.put("WHETSTONE_LABELLING_CHECKS", "1");
    environment.put("WHETSTONE_LABELLING_LEASE", "PT2S");
    environment.put("WHETSTONE_LABELLING_WORKERS", "4");
    server = PackagedServer.start(Launch.fresh().environment(environment));
  }

  @AfterAll
  static void close() {
    if (server != null) server.close();
    chat.close();
  }

  private static String slowly(String asked) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(20, 60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Chat.honest(asked);
  }

  @Test
  void noVoteIsLostOrDoubledHoweverOftenTheServerIsKilled() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PROOFS; i++) ids.add(submit(i));
    Map<String, List<JsonNode>> seen = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(300, 1_200));
      for (String id : ids) seen.put(id, ledger(id));
      server.kill();
      server.restart();
      for (String id : ids) beginsWith(ledger(id), seen.get(id));
    }
    for (int i = 0; i < PROOFS; i++) isLabelled(i, ended(ids.get(i)));
    assertEquals(ids.getFirst(), submit(0), "the same key is the same labelling");
    int calls = ids.stream().mapToInt(id -> ledger(id).size()).sum();
    System.out.printf("%d votes kept of %d answers, %d kills%n", calls, chat.answered(), KILLS);
    assertTrue(chat.answered() - calls <= 8 * KILLS, "only what was in flight is asked again");
    inTheLabelStore();
  }

  private static String submit(int number) {
    String proof = isFlawed(number) ? Chat.FLAWED : "2 + 2 = 4.\n4 + 3 = 7.";
    return server
        .door()
        .post(
            "/api/v1/labellings",
            Map.of("problem", "Sum number " + number, "proof", proof, "generator", "a writer"),
            "Idempotency-Key",
            "proof-" + number)
        .expect(202)
        .path("id")
        .asText();
  }

  private static boolean isFlawed(int number) {
    return number % 2 == 0;
  }

  private static JsonNode read(String id) {
    return server.door().get("/api/v1/labellings/" + id).expect(200);
  }

  private static List<JsonNode> ledger(String id) {
    return DrivenRun.list(read(id).path("ledger"));
  }

  private static void beginsWith(List<JsonNode> now, List<JsonNode> before) {
    assertTrue(now.size() >= before.size());
    assertEquals(before, now.subList(0, before.size()));
  }

  private static JsonNode ended(String id) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (read(id).path("state").asText().equals("open")) {
      assertTrue(System.nanoTime() < deadline, () -> read(id).toString());
      Thread.sleep(100);
    }
    return read(id);
  }

  private static void isLabelled(int number, JsonNode labelling) {
    assertEquals("labelled", labelling.path("state").asText(), labelling::toString);
    assertEquals(isFlawed(number) ? 0.0 : 1.0, labelling.path("score").asDouble(-1));
    List<JsonNode> ledger = DrivenRun.list(labelling.path("ledger"));
    assertEquals(
        IntStream.range(0, isFlawed(number) ? 2 * ANALYSES : ANALYSES).boxed().toList(),
        ledger.stream().map(call -> call.path("position").asInt()).toList());
    Set<String> kinds = new HashSet<>();
    ledger.forEach(call -> kinds.add(call.path("kind").asText()));
    assertEquals(isFlawed(number) ? Set.of("analysed", "checked") : Set.of("analysed"), kinds);
  }

  private static void inTheLabelStore() {
    JsonNode page =
        server.door().get("/api/v1/labellings?state=labelled&size=5&page=2").expect(200);
    assertEquals(PROOFS - 10, page.path("labellings").size(), page::toString);
    server.door().get("/api/v1/labellings?state=none").problem(400, "state");
    server.door().get("/api/v1/labellings/00000000-0000-0000-0000-000000000000").problem(404);
  }
}
