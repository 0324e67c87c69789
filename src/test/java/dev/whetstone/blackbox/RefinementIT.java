package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Problems are worked on in rounds, by whoever calls or by the server's own refiner. */
class RefinementIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int THREADS = 6;
  private static final String MENDED = "2 + 2 = 4.\n\n4 + 3 = 7.";
  private static final String DISPUTED = "Perhaps 2 + 2 + 3 = 7.";
  private static final AtomicInteger DISPUTES = new AtomicInteger();
  private static Chat chat;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    chat = new Chat(RefinementIT::answer);
    Map<String, String> environment = new HashMap<>(chat.environment());
    environment.put("WHETSTONE_LABELLING_RULE", "fixed");
    environment.put("WHETSTONE_LABELLING_ANALYSES", "2");
    environment.put("WHETSTONE_LABELLING_CHECKS", "1");
    environment.put("WHETSTONE_LABELLING_LEASE", "PT0.6S");
    environment.put("WHETSTONE_LABELLING_IDLE", "PT0.05S");
    environment.put("WHETSTONE_REFINEMENT_EVERY", "PT0.1S");
    environment.put("WHETSTONE_REFINEMENT_PATIENCE", "PT1S");
    environment.put("WHETSTONE_REFINEMENT_REST", "PT0.1S");
    environment.put("WHETSTONE_REVIEW_DRAW_EVERY", "PT0.2S");
    server = PackagedServer.start(Launch.fresh().environment(environment));
  }

  @AfterAll
  static void close() {
    if (server != null) server.close();
    chat.close();
  }

  private static String answer(String asked) {
    pause();
    if (asked.startsWith("You improve")) return response(MENDED, "1");
    if (asked.contains(DISPUTED) && !asked.startsWith("You examine an examiner"))
      return DISPUTES.getAndIncrement() % 2 == 0
          ? Chat.evaluation("ISSUE | step 1 | logic | fatal | \"Perhaps\" | why?", "0")
          : Chat.evaluation("Each step follows.", "1");
    return Chat.honest(asked);
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(10, 30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String response(String proof, String score) {
    return "## Solution\n%s\n## Self Evaluation\n%s"
        .formatted(proof, Chat.evaluation("Each step is right.", score));
  }

  private static JsonNode begin(Object... pairs) {
    Map<String, Object> body = new HashMap<>(Map.of("problem", "What is 2 + 2 + 3?"));
    for (int i = 0; i < pairs.length; i += 2) body.put((String) pairs[i], pairs[i + 1]);
    return server.door().post("/api/v1/refinements", body).expect(201);
  }

  private static Reply attempt(JsonNode refinement, int number, String response) {
    return server
        .door()
        .post(
            "/api/v1/refinements/%s/attempts".formatted(refinement.path("id").asText()),
            Map.of("number", number, "response", response));
  }

  private static JsonNode read(JsonNode refinement) {
    return server.door().get("/api/v1/refinements/" + refinement.path("id").asText()).expect(200);
  }

  private static JsonNode awaited(JsonNode refinement, String... states) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!List.of(states).contains(read(refinement).path("state").asText())) {
      assertTrue(System.nanoTime() < deadline, () -> read(refinement).toString());
      Thread.sleep(30);
    }
    return read(refinement);
  }

  private static JsonNode judged(JsonNode refinement, int attempts) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (read(refinement)
        .at("/attempts/" + (attempts - 1) + "/state")
        .asText()
        .equals("judging")) {
      assertTrue(System.nanoTime() < deadline, () -> read(refinement).toString());
      Thread.sleep(30);
    }
    return read(refinement);
  }

  @Test
  void aFlawedAttemptComesBackWithItsCritiqueAndTheNextOnePasses() throws Exception {
    JsonNode begun = begin("name", "by hand");
    assertEquals(0, begun.at("/asks/0/number").asInt(-1), begun::toString);
    assertFalse(begun.at("/asks/0").has("prompt"));
    String flawed = response(Chat.FLAWED, "1");
    attempt(begun, 0, flawed).expect(200);
    JsonNode first = judged(begun, 1);
    assertEquals("open", first.path("state").asText(), first::toString);
    assertEquals(0.0, first.at("/attempts/0/score").asDouble(-1));
    assertEquals(1.0, first.at("/attempts/0/self_score").asDouble(-1));
    JsonNode ask = first.at("/asks/0");
    assertEquals(0, ask.path("parent").asInt(-1));
    assertTrue(ask.at("/evaluations/0").asText().contains(Chat.FLAW), ask::toString);
    assertTrue(ask.path("prompt").asText().contains(ask.at("/evaluations/0").asText()));

    attempt(begun, 1, response(MENDED, "1")).expect(200);
    JsonNode passed = awaited(begun, "passed");
    assertEquals(1, passed.path("best").asInt(-1));
    assertEquals(0, passed.at("/attempts/1/parent").asInt(-1));
    assertTrue(passed.at("/attempts/1/posterior").asDouble() > 0.5, passed::toString);
    assertEquals(2, attempt(begun, 0, flawed).expect(200).path("attempts").size(), "sent again");
    attempt(begun, 0, response(MENDED, "1")).problem(409);
    attempt(begun, 2, response(MENDED, "1")).problem(409);
  }

  @Test
  void aBrokenResponseIsAskedForAnewAndCostsNoVerification() {
    JsonNode begun = begin("rounds", 2);
    JsonNode now = attempt(begun, 0, "It is 7.").expect(200);
    assertEquals("broken", now.at("/attempts/0/state").asText(), now::toString);
    assertEquals(1, now.at("/asks/0/number").asInt());
    now = attempt(begun, 1, "").expect(200);
    assertEquals("spent", now.path("state").asText(), now::toString);
    assertFalse(now.has("best"));
  }

  @Test
  void theServersOwnRefinerGoesOnAfterAKill() throws Exception {
    JsonNode begun = begin("name", "by itself", "width", THREADS, "refiner", true, "rounds", 3);
    for (int i = 0; i < THREADS; i++)
      attempt(begun, i, response("Try " + i + ": " + Chat.FLAWED, "0.5")).expect(200);
    Thread.sleep(ThreadLocalRandom.current().nextInt(100, 400));
    server.kill();
    server.restart();
    JsonNode passed = awaited(begun, "passed", "spent");
    assertEquals(2 * THREADS, passed.path("attempts").size(), passed::toString);
    for (int i = THREADS; i < 2 * THREADS; i++) {
      JsonNode refined = passed.path("attempts").path(i);
      assertEquals(i - THREADS, refined.path("parent").asInt(-1), refined::toString);
      assertEquals(1.0, refined.path("score").asDouble(-1));
    }
    JsonNode best = bestOfN(THREADS);
    assertEquals(0.0, best.at("/points/0/by_self_score/value").asDouble(-1), best::toString);
    int last = best.path("points").size() - 1;
    assertEquals(1.0, best.at("/points/" + last + "/by_self_score/value").asDouble(-1));
  }

  /** Once the server has noted that it ended. */
  private static JsonNode bestOfN(int threads) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      JsonNode best =
          server.door().get("/api/v1/refinements/best-of-n?name=by%20itself").expect(200);
      if (best.path("threads").asInt() == threads) return best;
      assertTrue(System.nanoTime() < deadline, best::toString);
      Thread.sleep(30);
    }
  }

  @Test
  void aContestedSolutionIsPutBeforePeople() throws Exception {
    JsonNode begun = begin("rounds", 1);
    attempt(begun, 0, response(DISPUTED, "1")).expect(200);
    JsonNode spent = awaited(begun, "spent");
    assertEquals(0.5, spent.at("/attempts/0/score").asDouble(-1), spent::toString);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Reply next = next();
    while (next.status() == 204) {
      assertTrue(System.nanoTime() < deadline, "nothing to review");
      Thread.sleep(30);
      next = next();
    }
    assertEquals(DISPUTED, next.expect(200).at("/steps/0").asText());
  }

  private static Reply next() {
    return server.door().post("/api/v1/reviews/next", Map.of("rater", "anna"));
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    Map<String, Object> wide = Map.of("problem", "1 + 1?", "width", 8192, "rounds", 2);
    server.door().post("/api/v1/refinements", wide).problem(400, "width");
    Map<String, Object> course = Map.of("problem", "1 + 1?", "course", "north");
    server.door().post("/api/v1/refinements", course).problem(400, "course");
    server.door().post("/api/v1/refinements", Map.of("rounds", 2)).problem(400, "problem");
    server.door().get("/api/v1/refinements/00000000-0000-0000-0000-000000000000").problem(404);
    server.door().get("/api/v1/refinements?size=0").problem(400, "size");
    assertTrue(server.door().get("/api/v1/refinements?name=by%20hand").expect(200).has("page"));
  }
}
