package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in every string: kept as it is, or refused; nothing else happens. */
@ExtendWith(SharedServer.class)
class HostileTextIT {
  private static final Set<String> VERDICTS = Set.of("RIGHT", "WRONG", "UNREADABLE");

  /** A text with a name to show. */
  record Hostile(String name, String text) {
    /** NUL and lone surrogates, which no UTF-8 column holds, stand there as U+FFFD. */
    String kept() {
      StringBuilder kept = new StringBuilder();
      text.codePoints()
          .map(c -> c == 0 || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : c)
          .forEach(kept::appendCodePoint);
      return kept.toString();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostile> texts() {
    return Stream.of(
        new Hostile("NUL", "a\0b"),
        new Hostile("lone high surrogate", "a\ud800b"),
        new Hostile("lone low surrogate", "a\udc00"),
        new Hostile("surrogates reversed", "\udc00\ud800"),
        new Hostile("bidi marks", "\u202e\u2066abc\u2069\u200f"),
        new Hostile("zero width", "\u200b\ufeff\u2060x"),
        new Hostile("no character", "\uffff\ufffe"),
        new Hostile("emoji", "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"),
        new Hostile("combining marks", "e" + "\u0301".repeat(150)),
        new Hostile("controls", "\u0001\u0007\u001b[31m\u007f\u0085\u2028"),
        new Hostile("header", "x\r\nX-Injected: 1\r\n\r\nHTTP/1.1 200 OK"),
        new Hostile("SQL", "'; DROP TABLE outcome; --"),
        new Hostile("SQL escapes", "\\'; SELECT pg_sleep(60); -- $$ ? :1 {d '1'}"),
        new Hostile("HTML", "</script><script>alert(1)</script><img src=x onerror=alert(1)>"),
        new Hostile("format", "%s%n%x%99999999d {0} ${jndi:ldap://127.0.0.1/x} #{7*7}"),
        new Hostile("path", "../../../../etc/passwd"),
        new Hostile("quotes", "\"'`\\\\\"\\u0000"),
        new Hostile("number", "1e999999999"),
        new Hostile("braces", "\\boxed{".repeat(25)),
        new Hostile("100 KB", "n".repeat(100_000)));
  }

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asNameSeedAndCurriculumOfARun(Hostile hostile, Door door) {
    Map<String, Object> named = run(hostile.text, "arithmetic", "seed");
    Reply reply = door.post("/api/v1/runs", named);
    if (reply.status() == 201) {
      assertEquals(hostile.kept(), reply.json().path("name").asText());
      String id = reply.json().path("id").asText();
      JsonNode read = door.get("/api/v1/runs/" + id).expect(200);
      assertEquals(hostile.kept(), read.path("name").asText());
    } else reply.problem(400, "name");

    Reply seeded = door.post("/api/v1/runs", run("x", "arithmetic", hostile.text));
    if (seeded.status() == 201) {
      String id = seeded.json().path("id").asText();
      door.post("/api/v1/runs/" + id + "/tasks", Map.of("count", 1)).expect(200);
    } else seeded.problem(400, "seed");

    door.post("/api/v1/runs", run("x", hostile.text, "seed")).problem(400, "curriculum");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asACompletion(Hostile hostile, Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 1);

    JsonNode result = run.result(run.task(), hostile.text);

    assertEquals("rewarded", result.path("status").asText(), result::toString);
    assertTrue(VERDICTS.contains(result.path("grade").asText()), result::toString);
    JsonNode outcome = run.outcomes().getFirst();
    assertEquals(hostile.kept(), outcome.path("candidate").asText());
    run.agreeingAudit();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asATask(Hostile hostile, Witness witness) {
    for (String task : List.of(hostile.text, witness.open().task() + hostile.text)) {
      List<?> items = List.of(Map.of("task", task, "completion", "1"));
      JsonNode result = witness.run().results(items).getFirst();
      assertEquals("refused", result.path("status").asText(), result::toString);
      assertEquals("task", result.path("problem").path("field").asText(), result::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asWhatATrainerSends(Hostile hostile, Door door) {
    String text = hostile.text;
    door.post("/openrlhf", openRlhf(text + "4", text, "4")).expect(200);
    door.post("/slime/exact", Map.of("prompt", text, "response", text, "label", "4")).expect(200);
    isScoredOrRefused("labels[0]", door.post("/openrlhf", openRlhf("4", "", text)));
    isScoredOrRefused("label", door.post("/slime/exact", Map.of("response", "4", "label", text)));
    isScoredOrRefused(
        "label", door.post("/slime/exact", Map.of("response", "4", "label", "task:" + text)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asWhatIsScored(Hostile hostile, Door door) {
    String text = hostile.text;
    List<Map<String, String>> items =
        List.of(
            Map.of("prompt", text, "reference", "4", "completion", text + "4"),
            Map.of("reference", text, "completion", "4"),
            Map.of("reference", "4", "completion", text));

    JsonNode results =
        door.post("/api/v1/score", Map.of("items", items)).expect(200).path("results");

    assertEquals(1.0, results.get(0).path("reward").asDouble(), results::toString);
    for (JsonNode result : results)
      if (!VERDICTS.contains(result.path("grade").asText()))
        assertEquals("reference", result.path("problem").path("field").asText(), result::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asTheNameOfAField(Hostile hostile, Door door) {
    JsonNode problem = door.post("/api/v1/runs", Map.of(hostile.text, 1)).problem(400);
    boolean tooLongToRead = problem.path("type").asText().endsWith(":not-json");
    assertTrue(tooLongToRead || !problem.path("field").asText().isBlank(), problem::toString);
    assertTrue(problem.toString().length() < 2_000, problem::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void inAPath(Hostile hostile, Witness witness) {
    String text = URLEncoder.encode(hostile.text, StandardCharsets.UTF_8).replace("+", "%20");
    if (text.length() > 3_000) text = text.substring(0, 3_000);
    Door door = witness.run().door();
    for (String path :
        List.of(
            "/api/v1/runs/" + text,
            "/api/v1/families/" + text,
            "/api/v1/families/gcd/examples?levels=" + text,
            "/" + text)) {
      Reply reply = door.get(path);
      reply.problem(reply.status() == 400 ? 400 : 404);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void asAnIdempotencyKey(Hostile hostile, Witness witness) throws IOException {
    String key = hostile.text.replaceAll("[\r\n\0]", "").replaceAll("[\ud800-\udfff]", "?");
    byte[] body = "{\"candidates\":[]}".getBytes(StandardCharsets.US_ASCII);
    String head =
        "POST "
            + witness.run().path("/candidates")
            + " HTTP/1.1\nContent-Type: application/json\n"
            + "Content-Length: "
            + body.length
            + "\nIdempotency-Key: ";
    String bytes = new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Reply reply = RawHttp.send(witness.run().door(), head + bytes, out -> out.write(body));
    assertTrue(reply.status() < 500, reply::toString);
    if (reply.status() == 400 && !reply.text().isEmpty()) reply.problem(400, "Idempotency-Key");
  }

  private static void isScoredOrRefused(String field, Reply reply) {
    if (reply.status() != 200) reply.problem(400, field);
  }

  private static Map<String, Object> openRlhf(String query, String prompt, String label) {
    return Map.of("query", List.of(query), "prompts", List.of(prompt), "labels", List.of(label));
  }

  private static Map<String, Object> run(String name, String curriculum, String seed) {
    return Map.of("name", name, "curriculum", curriculum, "group_size", 1, "seed", seed);
  }
}
