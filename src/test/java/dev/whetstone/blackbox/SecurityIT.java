package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The running server as an attacker would try it: everything that is tried is refused. */
class SecurityIT {
  private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 413, 414, 431);
  private static final String CANARY = "canary-7f3a9 is what a candidate wrote";

  private static SecuredServer server;
  private static String trainer;
  private static List<JsonNode> operations;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = SecuredServer.start(Map.of());
    trainer = server.with(Map.of("name", "t", "scopes", List.of("trainer"))).secret();
    operations = operations();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Every operation that the server itself lists, with and without parameters filled in. */
  private static List<JsonNode> operations() {
    JsonNode paths =
        server.as(server.admin()).get("/q/openapi?format=json").expect(200).path("paths");
    List<JsonNode> all = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            all.add(
                                Door.JSON
                                    .createObjectNode()
                                    .put(
                                        "method",
                                        operation.getKey().toUpperCase(java.util.Locale.ROOT))
                                    .put("path", path.getKey().replaceAll("\\{[^}]*}", "x")))));
    assertTrue(all.size() > 80, () -> "only " + all.size() + " operations");
    return all;
  }

  @Test
  void withoutAKeyOnlyHealthIsTold() {
    assertEquals(200, server.door().get("/q/health/live").status());
    for (JsonNode one : operations) refusedWith(401, one);
    for (String path :
        List.of(
            "/",
            "/q/metrics",
            "/q/openapi",
            "/q/swagger-ui/",
            "/q/dev",
            "/review.html",
            "/verifiers",
            "/nope")) assertEquals(401, server.door().get(path).status(), path);
  }

  private static void refusedWith(int status, JsonNode operation, String... headers) {
    Reply reply =
        server
            .door()
            .send(
                operation.path("method").asText(),
                operation.path("path").asText(),
                BodyPublishers.ofString("{}"),
                join(headers, "Content-Type", "application/json"));
    // ROLL's clients read errors in a 200 alone; 401 and 403 are told as such there too.
    assertEquals(status, reply.status(), () -> operation + ": " + reply);
  }

  private static String[] join(String[] first, String... second) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(second));
    return all.toArray(String[]::new);
  }

  @Test
  void wrongKeysAreRefusedInWhateverWayTheyAreShown() {
    String cut = trainer.substring(0, trainer.length() - 1);
    for (String wrong :
        List.of(
            "wsk_",
            "wsk_x",
            cut,
            trainer + "A",
            cut + (trainer.endsWith("A") ? "B" : "A"),
            "wsk_" + "A".repeat(43),
            "wsk_' OR 1=1 --",
            "wsk_%00")) {
      assertEquals(401, shown(wrong, "Authorization", "Bearer " + wrong), wrong);
      assertEquals(401, shown(wrong, "X-Api-Key", wrong), wrong);
    }
    for (String scheme :
        List.of("Basic " + trainer, trainer, "bearer", "Bearer", "Digest " + trainer))
      assertEquals(401, shown(scheme, "Authorization", scheme), scheme);
    assertEquals(401, server.door().get("/key/" + cut + "/api/v1/runs").status());
    assertEquals(401, server.door().get("/key//api/v1/runs").status());
    assertEquals(
        401, server.door().get("/api/v1/runs?key=" + trainer).status(), "not in the query");
    assertEquals(200, server.door().get("/key/" + trainer + "/api/v1/runs").status());
  }

  private static int shown(String what, String header, String value) {
    Reply reply = server.door().send("GET", "/api/v1/runs", BodyPublishers.noBody(), header, value);
    assertFalse(what.length() > 20 && reply.text().contains(what), "the key is not told back");
    return reply.status();
  }

  @Test
  void aKeyDoesWhatItsScopeSaysAndNoMore() {
    Map<String, List<String>> allowed =
        Map.of(
            "trainer", List.of("/api/v1/runs", "/ors/health"),
            "reviewer", List.of("/api/v1/reviews/statistics"),
            "evaluator", List.of("/api/v1/runs", "/api/v1/reports", "/api/v1/labellings"),
            "monitor", List.of("/q/metrics"),
            "admin", List.of("/api/v1/runs", "/api/v1/keys", "/api/v1/audit", "/q/metrics"));
    List<String> all = allowed.values().stream().flatMap(List::stream).distinct().toList();
    allowed.forEach(
        (scope, paths) -> {
          KeyedDoor door = server.with(Map.of("name", scope, "scopes", List.of(scope)));
          for (String path : all)
            if (!scope.equals("admin"))
              assertEquals(
                  paths.contains(path) ? 200 : 403, door.get(path).status(), scope + " " + path);
          for (String path : paths) assertEquals(200, door.get(path).status(), scope + " " + path);
        });
    KeyedDoor evaluator = server.with(Map.of("name", "e", "scopes", List.of("evaluator")));
    evaluator
        .post("/api/v1/runs", Map.of("name", "n", "curriculum", "default", "group_size", 1))
        .problem(403);
  }

  /** No way of writing a path leads around what it is allowed to. */
  @Test
  void pathTricksLeadNowhere() throws IOException {
    for (String trick :
        List.of(
            "/api/v1//keys",
            "//api/v1/keys",
            "/api/v1/./keys",
            "/api/v1/runs/../keys",
            "/api/v1/runs/..;/keys",
            "/api/v1/runs/%2e%2e/keys",
            "/api/v1/runs/..%2fkeys",
            "/api/v1/runs%2f..%2fkeys",
            "/api/v1/keys/",
            "/api/v1/keys;a=b",
            "/api/v1/;a=b/keys",
            "/API/V1/KEYS",
            "/api/v1/keys%20",
            "/api/v1/keys%00",
            "/api/v1/keys?x=/api/v1/runs",
            "/api/v1/%6beys",
            "/q/health/../metrics",
            "/q/health/..;/metrics",
            "/q/health%2f..%2fmetrics",
            "/q/health/%2e%2e/metrics",
            "/q/metrics/",
            "/ors/../api/v1/keys",
            "/openenv/../api/v1/keys/health",
            "/key/" + trainer + "/key/" + trainer + "/api/v1/keys",
            "/key/" + trainer + "/../../api/v1/keys",
            "http://127.0.0.1/api/v1/keys")) {
      for (String key : List.of("", "\nX-Api-Key: " + trainer)) {
        Reply reply = RawHttp.send(server.door(), "GET " + trick + " HTTP/1.1" + key, out -> {});
        assertTrue(REFUSED.contains(reply.status()), () -> trick + key + ": " + reply);
        assertFalse(reply.text().contains("\"keys\""), () -> trick + ": " + reply);
        assertFalse(reply.text().contains("jvm_"), () -> trick + ": " + reply);
      }
    }
  }

  @Test
  void headersDoNotChangeWhatIsAsked() {
    for (String header :
        List.of(
            "X-HTTP-Method-Override",
            "X-Forwarded-For",
            "X-Original-URL",
            "X-Rewrite-URL",
            "Forwarded",
            "X-Session-ID",
            "X-Deployment"))
      for (String value : List.of("GET", "127.0.0.1", "/api/v1/keys", "../api/v1/keys", "x/api"))
        assertTrue(
            REFUSED.contains(
                server
                    .door()
                    .send(
                        "POST",
                        "/api/v1/keys",
                        BodyPublishers.ofString("{}"),
                        header,
                        value,
                        "X-Api-Key",
                        trainer)
                    .status()),
            header);
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    String head = "POST /api/v1/runs HTTP/1.1\nContent-Length: 1000000000000";
    assertEquals(413, RawHttp.send(server.door(), head, out -> {}).status());
    String long400 = "GET /api/v1/runs HTTP/1.1\nX-Api-Key: wsk_" + "A".repeat(100_000);
    assertTrue(REFUSED.contains(RawHttp.send(server.door(), long400, out -> {}).status()));
    String path = "GET /key/wsk_" + "A".repeat(3_000) + "/api/v1/runs HTTP/1.1";
    assertTrue(REFUSED.contains(RawHttp.send(server.door(), path, out -> {}).status()));
    server.as(trainer).get("/api/v1/runs").expect(200);
  }

  /** What was revoked, has expired or was rotated away is of no use again. */
  @Test
  void oldKeysAreRefusedWhenReplayed() throws InterruptedException {
    KeyedDoor admin = server.as(server.admin());
    JsonNode told =
        admin.post("/api/v1/keys", Map.of("name", "old", "scopes", List.of("trainer"))).expect(201);
    String id = told.path("key").path("id").asText();
    KeyedDoor before = server.as(told.path("secret").asText());
    before.get("/api/v1/runs").expect(200);
    KeyedDoor after = server.as(rotated(admin, id, "PT2S"));
    before.get("/api/v1/runs").expect(200);
    after.get("/api/v1/runs").expect(200);
    Thread.sleep(2_500);
    before.get("/api/v1/runs").problem(401);
    KeyedDoor last = server.as(rotated(admin, id, "PT0S"));
    after.get("/api/v1/runs").problem(401);
    last.get("/api/v1/runs").expect(200);
    admin.post("/api/v1/keys/" + id + "/revoke", Map.of()).expect(200);
    last.get("/api/v1/runs").problem(401);
    admin.post("/api/v1/keys/" + id + "/rotate", Map.of()).problem(404);
    KeyedDoor brief =
        server.with(Map.of("name", "brief", "scopes", List.of("trainer"), "expires_in", "PT1S"));
    Thread.sleep(1_500);
    brief.get("/api/v1/runs").problem(401);
    assertTrue(admin.get("/api/v1/audit").text().contains("key.revoke"));
  }

  private static String rotated(KeyedDoor admin, String id, String grace) {
    return admin
        .post("/api/v1/keys/" + id + "/rotate", Map.of("grace", grace))
        .expect(200)
        .path("secret")
        .asText();
  }

  @Test
  void whoAsksTooOftenIsTold() {
    KeyedDoor slow =
        server.with(Map.of("name", "slow", "scopes", List.of("trainer"), "per_minute", 30));
    Reply last = slow.get("/api/v1/runs");
    for (int i = 0; i < 12 && last.status() == 200; i++) last = slow.get("/api/v1/runs");
    last.problem(429);
    assertTrue(Integer.parseInt(last.again()) >= 1, last::toString);
    assertEquals(429, slow.get("/reasoning-gym/experiments").status());
    assertTrue(slow.get("/reasoning-gym/experiments").json().has("detail"), "in the door's form");
    server.as(trainer).get("/api/v1/runs").expect(200);
  }

  @Test
  void whoHasSentTheDaysCandidatesIsTold() {
    KeyedDoor few = server.with(Map.of("name", "few", "scopes", List.of("trainer"), "per_day", 3));
    Map<String, ?> wanted = Map.of("name", "r", "curriculum", "default", "group_size", 2);
    String run = few.post("/api/v1/runs", wanted).expect(201).path("id").asText();
    for (int status : new int[] {200, 429}) {
      String task =
          few.post("/api/v1/runs/" + run + "/tasks", Map.of("count", 1))
              .expect(200)
              .path("tasks")
              .get(0)
              .path("task")
              .asText();
      Map<String, ?> two = Map.of("task", task, "completions", List.of("1", "2"));
      Reply reply = few.post("/api/v1/candidates", Map.of("candidates", List.of(two)));
      assertEquals(status, reply.status(), reply::toString);
      if (status == 429) assertTrue(Integer.parseInt(reply.again()) > 0, reply::toString);
    }
  }

  @Test
  void theCommandWorksBesideARunningServer() throws IOException, InterruptedException {
    String secret =
        SecuredServer.created(server.server().launch(), "--scopes", "monitor", "--name", "cli");
    assertNotEquals(trainer, secret);
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (server.as(secret).get("/q/metrics").status() != 200 && System.nanoTime() < deadline)
      Thread.sleep(200);
    assertEquals(200, server.as(secret).get("/q/metrics").status());
  }

  /** Neither keys nor candidates stand in logs, metrics, lists or errors. */
  @Test
  void nothingSecretIsTold() throws IOException {
    KeyedDoor door = server.as(trainer);
    String run =
        door.post("/api/v1/runs", Map.of("name", "r", "curriculum", "default", "group_size", 1))
            .expect(201)
            .path("id")
            .asText();
    String task =
        door.post("/api/v1/runs/" + run + "/tasks", Map.of("count", 1))
            .expect(200)
            .path("tasks")
            .get(0)
            .path("task")
            .asText();
    door.post(
            "/api/v1/runs/" + run + "/candidates",
            Map.of("candidates", List.of(Map.of("task", task, "completions", List.of(CANARY)))))
        .expect(200);
    door.post("/api/v1/runs/" + run + "/candidates", "{\"candidates\": \"" + CANARY + "\"}")
        .problem(400);
    door.post("/key/" + trainer + "/nope", "{\"a\": \"" + CANARY + "\"}");
    server.door().get("/key/" + trainer + "/nope");
    server.door().get("/key/" + trainer + "x/api/v1/runs");
    server.door().get("/ng-rollout/r/key/" + trainer + "/q/health").expect(200);
    server.door().get("/nope/key/" + trainer);
    KeyedDoor admin = server.as(server.admin());
    String told =
        admin.get("/q/metrics").text()
            + admin.get("/api/v1/keys").text()
            + admin.get("/api/v1/audit").text()
            + Files.readString(server.server().launch().log())
            + Files.readString(server.server().launch().data().resolve("postgres.log"));
    assertFalse(told.contains("canary-7f3a9"), "a candidate's text");
    assertFalse(told.contains(trainer.substring(4)), "a key");
    assertFalse(told.contains(server.admin().substring(4)), "the administrator's key");
  }

  @Test
  void beyondLoopbackItDoesNotStartWithoutKeys() throws IOException, InterruptedException {
    Launch open = Launch.fresh().with("--host", "0.0.0.0");
    Launch.Ended ended = open.toItsEnd();
    assertEquals(1, ended.code());
    String said = String.join("\n", ended.lines());
    for (String mend : List.of("keys create", "127.0.0.1", "WHETSTONE_SECURITY_OPEN_TO_ALL=true"))
      assertTrue(said.contains(mend), said);
    PackagedServer.delete(open.folder());
  }
}
