package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Call;
import dev.whetstone.task.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NeMo Gym's resources server, asked as its own agents ask. */
@ExtendWith(SharedServer.class)
class NemoGymIT {
  private static final String BASE = "/nemo-gym/default";
  private static final String TOKEN = "X-NeMo-Gym-Session-Token";
  private static final String CALL =
      "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"answer\",\"arguments\":%s}";

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  /** A reply, and the session that it tells. */
  record Told(int status, String text, String cookie) {
    JsonNode json() {
      assertEquals(200, status, text);
      return new Reply(status, "", null, text, java.time.Duration.ZERO).json();
    }
  }

  @Test
  void theRowComesBackAsItCame(Door door) {
    String row =
        """
        {"z":null,"big":123456789012345678901234567890,"exact":1.10,"small":-0.0,"e":1e5,
        "reward":7,"mask_sample":true,"failure_kind":"old",
        "responses_create_params":{"input":"2+2?","top_p":null},"expected_answer":4,
        "response":{"id":"r","output":[{"type":"reasoning","id":"t","summary":[]},
        {"id":"m","type":"message","role":"assistant","status":"completed",
        "prompt_token_ids":[1,2],"generation_log_probs":[-0.0,-1.50],
        "content":[{"type":"output_text","text":"It is \\\\boxed{","annotations":[]},
        {"type":"output_text","text":"4}.<|im_end|>","annotations":[]}]}],"tools":[]}}""";
    String text = post(door, BASE + "/verify", row, null).text();
    for (String kept :
        List.of(
            "\"z\":null",
            "\"big\":123456789012345678901234567890",
            "\"exact\":1.10",
            "\"small\":-0.0",
            "\"e\":1e5",
            "\"input\":\"2+2?\",\"top_p\":null",
            "\"generation_log_probs\":[-0.0,-1.50]",
            "\"reward\":1.0,\"reward_components\":{\"correct\":1.0,\"detour\":0.0}",
            "\"mask_sample\":false")) assertTrue(text.contains(kept), () -> kept + " in " + text);
    assertFalse(text.contains("failure_kind"), text);
    assertEquals(text.indexOf("\"reward\":"), text.lastIndexOf("\"reward\":"), text);
  }

  @Test
  void aWrongAnswerIsZeroAndNoAnswerToo(Door door) {
    for (String output :
        List.of(
            message("The answer is 5."),
            "",
            "{\"type\":\"message\",\"content\":[]}",
            "{\"type\":\"unheard of\",\"x\":1}",
            CALL.formatted("\"no json\"")))
      assertEquals(0.0, verify(door, "4", output).path("reward").asDouble(-1), output);
    for (String output :
        List.of(
            "{\"content\":\"The answer is 4.\"}",
            CALL.formatted("\"{\\\"answer\\\":\\\"4\\\"}\""),
            CALL.formatted("{\"answer\":4}"),
            message("The answer is 5.") + "," + message("The answer is 4.")))
      assertEquals(1.0, verify(door, "4", output).path("reward").asDouble(-1), output);
  }

  @Test
  void faultsOfARequestAreToldAsFastApiTellsThem(Door door) {
    isDetail(door.post(BASE + "/verify", "{"));
    isDetail(door.post(BASE + "/verify", "[]"));
    isDetail(door.post(BASE + "/verify", "{\"expected_answer\":\"4\"}"));
    isDetail(door.post(BASE + "/verify", "{\"response\":{\"output\":[]}}"));
    isDetail(door.post("/nemo-gym/seed_session", "{}"));
    isDetail(door.post(BASE + "/aggregate_metrics", "{}"));
    Reply unknown = door.post("/nemo-gym/nope/seed_session", "{}");
    assertEquals(422, unknown.status(), unknown::toString);
  }

  private static void isDetail(Reply reply) {
    assertEquals(422, reply.status(), reply::toString);
    JsonNode fault = reply.json().path("detail").path(0);
    assertEquals("body", fault.path("loc").path(0).asText(), reply::toString);
    assertFalse(fault.path("msg").asText().isBlank(), reply::toString);
    assertFalse(fault.path("type").asText().isBlank(), reply::toString);
  }

  @Test
  void rolloutsOfATaskAreSavedOnceEach(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    Handed task = run.task();
    for (int rollout = 0; rollout < 3; rollout++) {
      String row = row(task.task(), message(task.right("same")));
      String cookie = post(door, "/seed_session", row(task.task(), ""), null).cookie();
      JsonNode first = post(door, "/verify", row, cookie).json();
      JsonNode again = post(door, "/ng-rollout/3-1/verify", row, cookie).json();
      assertEquals(1.0, first.path("reward").asDouble(), first::toString);
      assertEquals(1.0, first.path("saved").asDouble(), first::toString);
      assertEquals(first, again);
    }
    assertEquals(3, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void anEnvironmentPosesItsOwnTasks(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 2);
    String base = "/nemo-gym/" + run.id();
    String row = "{\"_ng_task_index\":0,\"responses_create_params\":{\"input\":[]}}";
    Told seeded = post(door, base + "/seed_session", row, null);
    Told mate = post(door, base + "/ng-rollout/0-1/seed_session", row, null);
    assertEquals(seeded.json().path("question"), mate.json().path("question"));
    assertEquals("answer", seeded.json().path("tools").path(0).path("name").asText());

    Told mistaken = post(door, base + "/fly", "{}", seeded.cookie());
    assertEquals(400, mistaken.status());
    assertTrue(mistaken.text().contains("call one of [answer]"), mistaken::text);
    assertEquals(seeded.cookie(), mistaken.cookie());

    Told said = post(door, "/answer", "{\"answer\":\"no idea\"}", seeded.cookie());
    assertEquals("Your answer was taken.", said.text());
    assertFalse(seeded.cookie().equals(said.cookie()), said::cookie);
    assertEquals(said, post(door, base + "/answer", "{\"answer\":\"no idea\"}", seeded.cookie()));

    Told late = post(door, "/answer", "{\"answer\":\"one more\"}", said.cookie());
    assertEquals(said.cookie(), late.cookie(), "a turn is a message that was taken");

    String done =
        "{\"_ng_task_index\":0,\"responses_create_params\":{\"input\":[]},\"response\":{\"output\":[]}}";
    Told verified = post(door, base + "/verify", done, said.cookie());
    assertEquals(0.0, verified.json().path("reward").asDouble(-1), verified::text);
    assertEquals(1.0, verified.json().path("saved").asDouble(), verified::text);
    assertEquals(1, run.outcomes().size());
    Told lost = post(door, base + "/verify", done, "whetstone_session=" + lost() + ".1");
    assertTrue(lost.json().path("mask_sample").asBoolean(), lost::text);
    assertEquals("session_lost", lost.json().path("failure_kind").asText(), lost::text);
  }

  private static String lost() {
    return "00000000-0000-4000-8000-000000000000";
  }

  /**
   * Through tools and their texts, or all at once from the calls that the response lists. A call
   * that is sent again acts once, the first too.
   */
  @Test
  void gamesArePlayedThroughTheirTools(Door door) {
    DrivenRun run = DrivenRun.create(door, "games", 3);
    for (Handed task : run.tasks(3)) {
      List<Tool> tools = task.made().game().orElseThrow().tools();
      List<Call> calls = Call.of(task.made().answer());
      String cookie = post(door, "/seed_session", row(task.task(), ""), null).cookie();
      String wrong = post(door, "/fly", "[]", cookie).text();
      assertTrue(wrong.contains(tools.getFirst().name()), wrong);
      for (Call call : calls) {
        Told said = post(door, "/" + call.tool(), Door.json(arguments(tools, call)), cookie);
        assertEquals(
            said, post(door, "/" + call.tool(), Door.json(arguments(tools, call)), cookie));
        cookie = said.cookie();
      }
      List<String> listed = calls.stream().map(call -> listed(tools, call)).toList();
      String row = row(task.task(), String.join(",", listed) + "," + message("Done."));
      JsonNode played = post(door, "/verify", row, cookie).json();
      JsonNode told = post(door, "/verify", row, null).json();
      for (JsonNode one : List.of(played, told)) {
        assertTrue(one.path("reward").asDouble() > 0, one::toString);
        assertEquals(1.0, one.path("correct").asDouble(), one::toString);
        JsonNode parts = one.path("reward_components");
        assertEquals(
            one.path("reward").asDouble(),
            parts.path("correct").asDouble() + parts.path("detour").asDouble());
      }
      assertEquals(played.path("reward"), told.path("reward"));
      JsonNode idle = post(door, "/verify", row(task.task(), message("I stay.")), null).json();
      assertEquals(0.0, idle.path("reward").asDouble(-1), idle::toString);
    }
    assertEquals(9, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void gamesArePlayedByMcpToo(Door door) {
    DrivenRun run = DrivenRun.create(door, "games", 2);
    Handed task = run.task();
    List<Tool> tools = task.made().game().orElseThrow().tools();
    for (String base : List.of("", "/nemo-gym")) {
      Told seeded = post(door, base + "/seed_session", row(task.task(), ""), null);
      JsonNode offer = seeded.json().path("mcp");
      String token = offer.path("headers").path(TOKEN).asText();
      String path = base + offer.path("url_path").asText();
      JsonNode listed = rpc(door, path, "tools/list", Map.of(), TOKEN, token).path("tools");
      assertEquals(tools.size(), listed.size(), listed::toString);
      assertEquals("object", listed.path(0).path("inputSchema").path("type").asText());
      assertTrue(said(door, path, "fly", Map.of(), token).path("isError").asBoolean());
      for (Call call : Call.of(task.made().answer())) {
        JsonNode said = said(door, path, call.tool(), arguments(tools, call), token);
        assertFalse(said.path("isError").asBoolean(true), said::toString);
        assertFalse(said.path("content").path(0).path("text").asText().isBlank(), said::toString);
      }
      String done = row(task.task(), message("Done."));
      JsonNode played = post(door, base + "/verify", done, seeded.cookie()).json();
      assertEquals(1.0, played.path("correct").asDouble(), played::toString);
      assertEquals(1.0, played.path("saved").asDouble(), played::toString);
    }
    assertEquals(2, run.outcomes().size());
    run.agreeingAudit();
  }

  private static JsonNode said(
      Door door, String path, String tool, Map<String, ?> arguments, String token) {
    Map<String, ?> params = Map.of("name", tool, "arguments", arguments);
    return rpc(door, path, "tools/call", params, TOKEN, token);
  }

  private static JsonNode rpc(
      Door door, String path, String method, Map<String, ?> params, String... headers) {
    Map<String, ?> sent = Map.of("jsonrpc", "2.0", "id", 3, "method", method, "params", params);
    JsonNode reply = door.post(path, sent, headers).expect(200);
    assertEquals(3, reply.path("id").asInt(), reply::toString);
    return reply.has("result") ? reply.path("result") : reply.path("error");
  }

  /** A client of a later protocol asks first whether this server speaks it. */
  @Test
  void mcpIsNegotiated(Door door) {
    assertEquals(-32_601, rpc(door, "/mcp", "server/discover", Map.of()).path("code").asInt());
    for (String version : List.of("2025-11-25", "2024-11-05")) {
      Map<String, ?> wanted = Map.of("protocolVersion", version, "capabilities", Map.of());
      JsonNode told = rpc(door, "/mcp", "initialize", wanted);
      assertEquals(version, told.path("protocolVersion").asText(), told::toString);
      assertTrue(told.path("capabilities").has("tools"), told::toString);
    }
    String notification = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    assertEquals(202, door.post("/mcp", notification).status());
    assertEquals(0, rpc(door, "/mcp", "ping", Map.of()).size());
    assertEquals(405, door.get("/mcp").status());
    assertEquals(-32_602, rpc(door, "/mcp", "tools/list", Map.of()).path("code").asInt());
    JsonNode lost = rpc(door, "/mcp", "tools/list", Map.of(), TOKEN, lost());
    assertEquals(-32_602, lost.path("code").asInt(), lost::toString);
  }

  private static Map<String, String> arguments(List<Tool> tools, Call call) {
    Tool tool = tools.stream().filter(t -> t.name().equals(call.tool())).findFirst().orElseThrow();
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < tool.parameters().size(); i++)
      named.put(tool.parameters().get(i).name(), call.arguments().get(i));
    return named;
  }

  private static String listed(List<Tool> tools, Call call) {
    return Door.json(
        Map.of(
            "type",
            "function_call",
            "call_id",
            "c",
            "name",
            call.tool(),
            "arguments",
            Door.json(arguments(tools, call))));
  }

  @Test
  void theGymnasiumAgentPlays(Door door) {
    Told reset = post(door, BASE + "/reset", "{\"responses_create_params\":{\"input\":[]}}", null);
    assertFalse(reset.json().path("observation").asText().isBlank(), reset::text);
    assertTrue(reset.json().path("info").path("supports_step_idempotency").asBoolean());
    String step =
        "{\"_ng_step_request_id\":\"s1\",\"response\":{\"output\":["
            + CALL.formatted("\"{\\\"answer\\\":\\\"none\\\"}\"")
            + "]}}";
    Told stepped = post(door, BASE + "/step", step, reset.cookie());
    assertTrue(stepped.json().path("terminated").asBoolean(), stepped::text);
    assertEquals(
        "c1",
        stepped.json().path("info").path("tool_outputs").path(0).path("call_id").asText(),
        stepped::text);
    assertEquals(stepped.text(), post(door, BASE + "/step", step, reset.cookie()).text());
  }

  @Test
  void figures(Door door) {
    Map<String, Object> sent =
        Map.of(
            "verify_responses",
            List.of(
                rollout(0, 1, false),
                rollout(0, 0, false),
                rollout(1, 0, false),
                rollout(1, 0, false),
                rollout(1, 0, true)));
    JsonNode told = door.post(BASE + "/aggregate_metrics", sent).expect(200);
    JsonNode all = told.path("agent_metrics");
    assertEquals(0.25, all.path("mean/reward").asDouble(), told::toString);
    assertEquals(25.0, all.path("pass@1/accuracy").asDouble(), told::toString);
    assertEquals(50.0, all.path("pass@2/accuracy").asDouble(), told::toString);
    assertEquals(0.25, all.path("std_err/reward").asDouble(), 1e-12, told::toString);
    assertEquals(1, all.path("masked").asInt(), told::toString);
    assertEquals(0.5, told.path("group_level_metrics").path(0).path("mean/reward").asDouble());
    assertEquals(1, told.path("group_level_metrics").path(1).path("_ng_task_index").asInt());
    assertEquals(0.25, told.path("key_metrics").path("mean/reward").asDouble());
    JsonNode none =
        door.post("/aggregate_metrics", Map.of("verify_responses", List.of())).expect(200);
    assertEquals(3, none.size(), none::toString);
    assertEquals("\"stateless\"", door.get("/reverify_mode").text());
    assertEquals("\"stateless\"", door.get("/nemo-gym/reverify_mode").text());
    door.get(BASE).expect(200);
  }

  @Test
  void theHeadNamesThisServer(Door door) throws Exception {
    String told = door.get("/global_config_dict_yaml").expect(200).textValue();
    JsonNode at =
        Door.JSON.readTree(told).path("whetstone").path("resources_servers").path("whetstone");
    assertEquals(
        door.base(), "http://" + at.path("host").asText() + ":" + at.path("port").asInt(), told);
  }

  @Test
  void theirOwnAgentIsServed(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "default", 8);
    JsonNode report =
        new TrainerClient("nemo_gym_agent").asks(door, TrainerClient.cases(run.tasks(3)));
    System.out.println(report);
    assertTrue(report.path("failures").isEmpty(), report::toString);
    assertTrue(report.path("runs").size() > 0, report::toString);
    assertEquals(12, run.outcomes().size());
    run.agreeingAudit();
  }

  private static Map<String, Object> rollout(int task, int reward, boolean masked) {
    return Map.of("_ng_task_index", task, "reward", reward, "mask_sample", masked);
  }

  private static JsonNode verify(Door door, String answer, String output) {
    return post(door, BASE + "/verify", row(answer, output), null).json();
  }

  private static String row(String answer, String output) {
    return "{\"responses_create_params\":{\"input\":\"?\"},\"expected_answer\":"
        + Door.json(answer)
        + ",\"response\":{\"output\":["
        + output
        + "]}}";
  }

  private static String message(String text) {
    return "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":"
        + Door.json(text)
        + "}]}";
  }

  private static Told post(Door door, String path, String body, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(door.base() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (cookie != null) request.header("Cookie", cookie);
    try {
      HttpResponse<String> reply = door.client().send(request.build(), BodyHandlers.ofString());
      String told =
          reply
              .headers()
              .firstValue("Set-Cookie")
              .map(c -> c.substring(0, c.indexOf(';')))
              .orElse(null);
      return new Told(reply.statusCode(), reply.body(), told);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
