package dev.whetstone.blackbox;

import static dev.whetstone.model.remote.ScriptedServer.completion;
import static dev.whetstone.model.remote.ScriptedServer.json;
import static dev.whetstone.model.remote.ScriptedServer.refusing;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static dev.whetstone.model.remote.ScriptedServer.typed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.whetstone.model.remote.ScriptedServer.Act;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A verifier server that hangs, lies, answers rubbish, answers late or dies costs no reward, no
 * wrong zero, and no more than its deadline: a right proof is unjudged as long as that lasts, and
 * has its whole reward, and its label, after.
 */
class FaultyJudgeIT {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** For everything else, on a busy machine. */
  private static final Duration SLACK = Duration.ofSeconds(6);

  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final String PROOF = "2 + 2 = 4.\n4 + 3 = 7.";
  private static final String RESPONSE =
      "## Solution\n" + PROOF + "\n## Self Evaluation\n" + Chat.evaluation("All is right.", "1");
  private static final String REFUSES = "refuses";
  private static final String LIES = "lies";
  private static final Map<String, Act> FAULTS = faults();
  private static Chat chat;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    chat = new Chat(Chat::honest);
    Map<String, String> environment = new HashMap<>(chat.environment());
    environment.put("WHETSTONE_GENERATIVE_CONCURRENCY", "256");
    environment.put("WHETSTONE_GENERATIVE_RETRY_RESERVE", "1000");
    environment.put("WHETSTONE_PROOF_DEADLINE", DEADLINE.toString());
    environment.put("WHETSTONE_LABELLING_PATIENCE", DEADLINE.toString());
    environment.put("WHETSTONE_LABELLING_RULE", "fixed");
    environment.put("WHETSTONE_LABELLING_ANALYSES", "3");
    environment.put("WHETSTONE_LABELLING_CHECKS", "1");
    environment.put("WHETSTONE_LABELLING_RETRIES", "1000");
    environment.put("WHETSTONE_LABELLING_BACKOFF", "PT0.1S");
    environment.put("WHETSTONE_LABELLING_LONGEST_BACKOFF", "PT0.5S");
    environment.put("WHETSTONE_LABELLING_IDLE", "PT0.1S");
    environment.put("WHETSTONE_LABELLING_WORKERS", "64");
    server = PackagedServer.start(Launch.fresh().environment(environment));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    chat.close();
  }

  private static Map<String, Act> faults() {
    Map<String, Act> faults = new LinkedHashMap<>();
    faults.put("hangs", _ -> Thread.sleep(LIMIT));
    faults.put("answers late", FaultyJudgeIT::late);
    faults.put("drips", exchange -> endless(exchange, " ", 10));
    faults.put("floods", exchange -> endless(exchange, "x".repeat(1 << 16), 0));
    faults.put("breaks off", FaultyJudgeIT::half);
    faults.put("says nothing", _ -> {});
    faults.put("fails", refusing(500, "out of memory"));
    faults.put(REFUSES, refusing(404, "no such model"));
    faults.put("is busy for an hour", refusing(429, "busy", "Retry-After", "3600"));
    faults.put("is a page", typed("text/html", completion(Chat.evaluation("Bad.", "0"))));
    List<String> bodies =
        List.of(
            "",
            "{",
            "[0]",
            "{\"choices\":[]}",
            "{\"choices\":\"0\"}",
            "{\"choices\":[{\"message\":{\"content\":0}}]}",
            "{\"choices\":[{\"message\":{\"content\":[\"\\\\boxed{0}\"]}}]}",
            "{\"error\":{\"message\":\"out of memory\"}}",
            completion(Chat.evaluation("Bad.", "0")).replace("\"stop\"", "\"length\""));
    for (int i = 0; i < bodies.size(); i++) faults.put("is no answer, " + i, json(bodies.get(i)));
    for (String score : List.of("0.7", "-1", "2", "1e9", "NaN", "", "0} \\boxed{1"))
      faults.put("scores " + score, saying(Chat.evaluation("Bad.", score)));
    faults.put("rambles", saying("I would say \\boxed{0}."));
    faults.put("is not sure", saying(Chat.evaluation("Bad.", "0").replace("final", "")));
    String invented = "ISSUE | step 2 | logic | fatal | \"the product is 8\" | it is not";
    faults.put(LIES, saying(Chat.evaluation(invented, "0")));
    return faults;
  }

  private static void late(HttpExchange exchange) throws IOException, InterruptedException {
    Thread.sleep(DEADLINE.plusSeconds(1));
    saying(Chat.evaluation("Bad.", "0")).on(exchange);
  }

  private static void half(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 10_000);
    exchange.getResponseBody().write("{\"choices\":[".getBytes(UTF_8));
  }

  private static void endless(HttpExchange exchange, String part, int pause)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    while (true) {
      out.write(part.getBytes(UTF_8));
      out.flush();
      Thread.sleep(pause);
    }
  }

  /** The fault that a problem is named after; to analyses of the proof the liar is honest. */
  private static void beFaulty(HttpExchange exchange, String asked)
      throws IOException, InterruptedException {
    for (Map.Entry<String, Act> fault : FAULTS.entrySet())
      if (asked.contains(problem(fault.getKey()))) {
        boolean rates = asked.startsWith("You examine an examiner");
        Act act =
            rates && fault.getKey().equals(LIES) ? saying(Chat.rating("1")) : fault.getValue();
        act.on(exchange);
        return;
      }
    throw new IllegalStateException(asked);
  }

  private static String problem(String fault) {
    return "What is 2 + 2 + 3, where the judge " + fault + "?";
  }

  private static Reply assess(String fault) {
    return server
        .door()
        .post(
            "/api/v1/proofs/assessments", Map.of("problem", problem(fault), "response", RESPONSE));
  }

  private static String label(String fault) {
    return server
        .door()
        .post("/api/v1/labellings", Map.of("problem", problem(fault), "proof", PROOF))
        .expect(202)
        .path("id")
        .asText();
  }

  private static JsonNode labelling(String id) {
    return server.door().get("/api/v1/labellings/" + id).expect(200);
  }

  /** All at once. */
  private static <T> Map<String, T> ofEach(Function<String, T> act) throws Exception {
    Map<String, Future<T>> asked = new LinkedHashMap<>();
    Map<String, T> replies = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      FAULTS.keySet().forEach(f -> asked.put(f, threads.submit(() -> act.apply(f))));
      for (Map.Entry<String, Future<T>> one : asked.entrySet())
        replies.put(one.getKey(), one.getValue().get());
    }
    return replies;
  }

  private static void await(String what, BooleanSupplier state) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!state.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      Thread.sleep(50);
    }
  }

  @Test
  void noFaultCostsARewardOrIsAZeroOrTakesLongerThanTheDeadline() throws Exception {
    chat.act((exchange, request) -> beFaulty(exchange, Chat.asked(request)));
    Map<String, String> labellings = ofEach(FaultyJudgeIT::label);
    ofEach(FaultyJudgeIT::assess).forEach(FaultyJudgeIT::isUnjudged);
    for (Map.Entry<String, String> labelling : labellings.entrySet())
      if (!labelling.getKey().equals(LIES)) isInTrouble(labelling.getKey(), labelling.getValue());

    chat.answer(Chat::honest);
    ofEach(FaultyJudgeIT::assess)
        .forEach(
            (fault, reply) -> {
              assertEquals(200, reply.status(), () -> fault + ": " + reply);
              assertEquals(1.0, reply.json().path("reward").asDouble(), fault);
            });
    labellings.forEach(FaultyJudgeIT::isLabelledRight);
  }

  private static void isUnjudged(String fault, Reply reply) {
    JsonNode problem = reply.problem(503);
    assertEquals("urn:whetstone:problem:unjudged", problem.path("type").asText(), fault);
    assertFalse(problem.has("reward"), fault);
    boolean passing = !fault.equals(LIES) && !fault.equals(REFUSES);
    assertEquals(passing ? "1" : null, reply.again(), fault);
    assertTrue(reply.took().compareTo(DEADLINE.plus(SLACK)) < 0, () -> fault + ": " + reply.took());
  }

  private static void isInTrouble(String fault, String id) {
    try {
      await(fault, () -> !labelling(id).path("ledger").isEmpty());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    JsonNode labelling = labelling(id);
    assertEquals("open", labelling.path("state").asText(), () -> fault + ": " + labelling);
    for (JsonNode call : labelling.path("ledger"))
      assertEquals("failed", call.path("kind").asText(), () -> fault + ": " + call);
  }

  /** Never 0; where every analysis lies, a person is to say what it is. */
  private static void isLabelledRight(String fault, String id) {
    try {
      await(fault, () -> !labelling(id).path("state").asText().equals("open"));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    JsonNode labelling = labelling(id);
    String state = fault.equals(LIES) ? "human" : "labelled";
    assertEquals(state, labelling.path("state").asText(), () -> fault + ": " + labelling);
    if (!fault.equals(LIES))
      assertEquals(1.0, labelling.path("score").asDouble(), () -> fault + ": " + labelling);
  }

  @Test
  void aJudgeThatDiesInMidAnswerAndComesBackCostsNothingEither() throws Exception {
    String fault = "dies";
    chat.act((_, _) -> Thread.sleep(LIMIT));
    String id = label(fault);
    List<Reply> replies = new ArrayList<>();
    Thread asking = Thread.ofVirtual().start(() -> replies.add(assess(fault)));
    await("both are asked", () -> chat.open() >= 3);
    chat.die();
    asking.join();
    isUnjudged(fault, replies.getFirst());
    isUnjudged(fault, assess(fault));
    isInTrouble(fault, id);
    chat.answer(Chat::honest);
    chat.revive();
    assertEquals(1.0, assess(fault).expect(200).path("reward").asDouble());
    isLabelledRight(fault, id);
  }
}
