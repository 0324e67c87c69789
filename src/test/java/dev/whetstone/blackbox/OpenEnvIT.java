package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenEnv by its socket and over HTTP, below a base URL with or without an environment's name. */
@ExtendWith(SharedServer.class)
class OpenEnvIT {
  private static final int SOCKETS = 300;

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void aSocketPlaysOneEpisodeAfterAnother(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    Handed task = run.task();
    for (String path : List.of("/openenv/ws", "/openenv/arithmetic/ws"))
      try (Socket socket = Socket.open(door, path)) {
        JsonNode first = socket.reset(Map.of("task", task.task(), "whatever", 1));
        assertEquals(task.question(), first.at("/observation/question").asText());
        assertTrue(first.has("reward") && first.path("reward").isNull(), first::toString);
        assertFalse(first.path("done").asBoolean(true), first::toString);
        JsonNode state = socket.ask("state", Map.of(), "state");
        assertEquals(first.at("/observation/metadata/episode_id"), state.path("episode_id"));
        assertEquals(0, state.path("step_count").asInt(-1));

        JsonNode right = socket.step(task.right("1"));
        assertEquals(1.0, right.path("reward").asDouble(-1), right::toString);
        assertEquals(1.0, right.at("/observation/correct").asDouble(-1), right::toString);
        assertEquals(task.task(), right.at("/observation/metadata/task").asText());
        assertTrue(right.path("done").asBoolean(), right::toString);
        JsonNode late = socket.step("4");
        assertTrue(late.path("reward").isNull() && late.path("done").asBoolean(), late::toString);
        assertEquals(1, socket.ask("state", Map.of(), "state").path("step_count").asInt());

        socket.reset(Map.of("task", task.task()));
        JsonNode wrong = socket.step(task.unreadable("2"));
        assertEquals(0.0, wrong.path("reward").asDouble(-1), wrong::toString);
        socket.send("{\"type\":\"close\"}");
        assertEquals(Socket.CLOSED, socket.text());
      }
    assertEquals(4, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void resetNamesItsTaskInManyWays(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    try (Socket one = Socket.open(door, "/openenv/ws");
        Socket two = Socket.open(door, "/openenv/default/ws")) {
      Map<String, ?> slot = Map.of("environment", run.id(), "index", 3);
      String task = task(one.reset(slot));
      assertEquals(task, task(two.reset(slot)));
      assertNotEquals(task, task(one.reset(slot)));
      Map<String, ?> seed = Map.of("curriculum", run.id(), "seed", 1024 + 9);
      assertEquals(
          task(one.reset(seed)), task(two.reset(Map.of("environment", run.id(), "index", 9))));
      Map<String, ?> test = Map.of("split", "test", "index", 0, "environment", "default");
      assertEquals(task(one.reset(test)), task(two.reset(test)));
      assertNotEquals(task(one.reset(Map.of())), task(two.reset(Map.of())));
    }
  }

  private static String task(JsonNode reply) {
    return reply.at("/observation/metadata/task").asText();
  }

  @Test
  void toolsAreCalledToo(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    Handed task = run.task();
    try (Socket socket = Socket.open(door, "/openenv/ws")) {
      JsonNode tools = socket.ask("step", Map.of("type", "list_tools"), "observation");
      assertEquals("answer", tools.at("/observation/tools/0/name").asText(), tools::toString);
      socket.reset(Map.of("task", task.task()));
      Map<String, ?> arguments = Map.of("answer", task.right("1"));
      Map<String, ?> call =
          Map.of("type", "call_tool", "tool_name", "answer", "arguments", arguments);
      JsonNode called = socket.ask("step", call, "observation");
      assertEquals(1.0, called.path("reward").asDouble(-1), called::toString);
      assertEquals("Your answer was taken.", called.at("/observation/result").asText());

      socket.reset(Map.of("task", task.task()));
      Map<String, ?> params = Map.of("name", "answer", "arguments", arguments);
      JsonNode rpc = socket.ask("mcp", rpc("tools/call", params), "mcp");
      assertEquals(1.0, rpc.at("/result/structuredContent/reward").asDouble(-1), rpc::toString);
      assertEquals(7, rpc.path("id").asInt());
    }
    assertEquals(2, run.outcomes().size());
  }

  private static Map<String, ?> rpc(String method, Map<String, ?> params) {
    return Map.of("jsonrpc", "2.0", "id", 7, "method", method, "params", params);
  }

  @Test
  void everyErrorHasItsCode(Door door) {
    try (Socket socket = Socket.open(door, "/openenv/ws")) {
      assertEquals("INVALID_JSON", socket.wrong("{"));
      assertEquals("INVALID_JSON", socket.wrong("[".repeat(100_000)));
      socket.sendBytes("{\"type\":\"state\"}");
      assertEquals("INVALID_JSON", socket.wrong());
      assertEquals("UNKNOWN_TYPE", socket.wrong("{\"type\":\"jump\"}"));
      assertEquals("UNKNOWN_TYPE", socket.wrong("[]"));
      assertEquals("VALIDATION_ERROR", socket.wrong("{\"type\":\"reset\",\"more\":1}"));
      assertEquals("VALIDATION_ERROR", socket.wrong("{\"type\":\"reset\",\"data\":[]}"));
      assertEquals(
          "VALIDATION_ERROR", socket.wrong("{\"type\":\"step\",\"data\":{\"answer\":\"4\"}}"));
      assertEquals("VALIDATION_ERROR", socket.wrong(reset("{\"index\":\"x\"}")));
      assertEquals("VALIDATION_ERROR", socket.wrong(reset("{\"index\":3.5}")));
      assertEquals("VALIDATION_ERROR", socket.wrong(reset("{\"split\":\"none\"}")));
      assertEquals("FACTORY_ERROR", socket.wrong(reset("{\"environment\":\"none\"}")));
      socket.reset(Map.of());
      assertEquals("VALIDATION_ERROR", socket.wrong("{\"type\":\"step\",\"data\":{}}"));
      assertEquals(
          "VALIDATION_ERROR",
          socket.wrong("{\"type\":\"step\",\"data\":{\"answer\":\"4\",\"other\":1}}"));
      assertTrue(socket.step("4").path("done").asBoolean());
    }
  }

  private static String reset(String data) {
    return "{\"type\":\"reset\",\"data\":" + data + "}";
  }

  @Test
  void anEndlessMessageClosesItsSocketAlone(Door door) {
    try (Socket large = Socket.open(door, "/openenv/ws");
        Socket other = Socket.open(door, "/openenv/ws")) {
      other.reset(Map.of());
      try {
        large.send("{\"type\":\"step\",\"data\":{\"answer\":\"" + "9".repeat(3_000_000) + "\"}}");
      } catch (RuntimeException refused) {
        // The server may hang up before all is sent.
      }
      assertEquals(Socket.CLOSED, large.text());
      assertTrue(large.why().startsWith("1009 message beyond"), large::why);
      assertTrue(other.step("4").path("done").asBoolean());
    }
  }

  @Test
  void anEndlessMessageInOneFrameIsToldSo(Door door) throws IOException {
    assertEquals(1009, RawFrame.closes(door, "/openenv/ws", "9".repeat(3_000_000)));
  }

  @Test
  void anOverlongAnswerIsWrong(Door door) {
    try (Socket socket = Socket.open(door, "/openenv/ws")) {
      socket.reset(Map.of());
      JsonNode said = socket.step("9".repeat(300_000));
      assertEquals(0.0, said.path("reward").asDouble(-1), said::toString);
    }
  }

  @Test
  void hundredsOfSocketsAtOnce(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", SOCKETS);
    Handed task = run.task();
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < SOCKETS; i++) sockets.add(Socket.open(door, "/openenv/ws"));
      String reset = Door.json(Map.of("type", "reset", "data", Map.of("task", task.task())));
      sockets.forEach(socket -> socket.send(reset));
      for (Socket socket : sockets) assertFalse(socket.reply().at("/data/done").asBoolean(true));
      IntStream.range(0, SOCKETS).forEach(i -> sockets.get(i).send(step(task, i)));
      for (int i = 0; i < SOCKETS; i++)
        assertEquals(i % 2, sockets.get(i).reply().at("/data/reward").asDouble(-1));
    } finally {
      sockets.forEach(Socket::close);
    }
    assertEquals(SOCKETS, run.outcomes().size());
    run.agreeingAudit();
  }

  private static String step(Handed task, int i) {
    String answer = i % 2 == 1 ? task.right("" + i) : task.unreadable("" + i);
    return Door.json(Map.of("type", "step", "data", Map.of("answer", answer)));
  }

  @Test
  void itIsServedOverHttpToo(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    Handed task = run.task();
    for (String base : List.of("/openenv", "/openenv/arithmetic")) {
      assertEquals("{\"status\":\"healthy\"}", door.get(base + "/health").text());
      assertEquals("arithmetic", door.get(base + "/metadata").expect(200).path("name").asText());
      JsonNode action = door.get(base + "/schema").expect(200).path("action");
      assertEquals("[\"answer\"]", action.path("required").toString());
      assertEquals(1, action.path("properties").size());
      JsonNode first = door.post(base + "/reset", Map.of("task", task.task())).expect(200);
      String episode = first.at("/observation/metadata/episode_id").asText();
      Map<String, ?> action1 = Map.of("answer", task.right(base));
      Map<String, ?> step = Map.of("action", action1, "episode_id", episode, "request_id", "a");
      JsonNode said = door.post(base + "/step", step).expect(200);
      assertEquals(1.0, said.path("reward").asDouble(-1), said::toString);
      assertEquals(said, door.post(base + "/step", step).expect(200));
      JsonNode state = door.get(base + "/state?episode_id=" + episode).expect(200);
      assertEquals(1, state.path("step_count").asInt());
      assertTrue(door.get(base + "/state").expect(200).path("episode_id").isNull());
      invalid(
          door.post(base + "/step", Map.of("action", Map.of("jump", 1), "episode_id", episode)));
      invalid(door.post(base + "/step", Map.of("action", action1)));
      invalid(door.post(base + "/step", "{"));
      assertEquals(404, door.get(base + "/state?episode_id=" + UUID.randomUUID()).status());
    }
    assertEquals(404, door.get("/openenv/none/health").status());
    assertEquals(2, run.outcomes().size());
  }

  private static void invalid(Reply reply) {
    assertEquals(422, reply.status(), reply::toString);
    assertEquals("body", reply.json().at("/detail/0/loc/0").asText(), reply::toString);
    assertFalse(reply.json().at("/detail/0/msg").asText().isBlank(), reply::toString);
  }

  @Test
  void tasksAreListed(Door door) {
    JsonNode all = door.get("/openenv/list_environments").expect(200);
    assertEquals(door.get("/ors/list_environments").expect(200), all);
    String one = door.get("/openenv/default/list_environments").expect(200).toString();
    assertEquals("[\"default\"]", one);
    for (String base : List.of("/openenv", "/openenv/default")) {
      Reply reply = door.post(base + "/default/num_tasks", Map.of("split", "test"));
      assertEquals(256, reply.expect(200).path("num_tasks").asInt());
    }
  }

  @Test
  void toolsByJsonRpc(Door door) {
    JsonNode tools = door.post("/openenv/mcp", rpc("tools/list", Map.of())).expect(200);
    assertEquals("object", tools.at("/result/tools/0/inputSchema/type").asText());
    JsonNode made = door.post("/openenv/mcp", rpc("openenv/session/create", Map.of())).expect(200);
    String session = made.at("/result/session_id").asText();
    Map<String, ?> call =
        Map.of("name", "answer", "arguments", Map.of("answer", "none"), "session_id", session);
    JsonNode said = door.post("/openenv/mcp", rpc("tools/call", call)).expect(200);
    assertEquals(0.0, said.at("/result/structuredContent/reward").asDouble(-1), said::toString);
    assertTrue(
        door.post("/openenv/mcp", rpc("openenv/session/close", Map.of("session_id", session)))
            .expect(200)
            .at("/result/closed")
            .asBoolean());
    for (Map<String, ?> request :
        List.of(rpc("jump", Map.of()), rpc("tools/call", call), rpc("tools/call", Map.of())))
      assertTrue(door.post("/openenv/mcp", request).expect(200).path("error").has("code"));
  }

  @Test
  void jsonRpcTellsEveryFaultInItsOwnForm(Door door) {
    for (String base : List.of("/openenv/none", "/openenv/" + UUID.randomUUID()))
      isError(door.post(base + "/mcp", rpc("tools/list", Map.of())).expect(200));
    Map<String, ?> nowhere = rpc("openenv/session/create", Map.of("environment", "none"));
    isError(door.post("/openenv/mcp", nowhere).expect(200));
    try (Socket socket = Socket.open(door, "/openenv/ws")) {
      isError(socket.ask("mcp", nowhere, "mcp"));
    }
  }

  private static void isError(JsonNode reply) {
    assertEquals(-32_602, reply.at("/error/code").asInt(), reply::toString);
    assertTrue(reply.at("/error/message").asText().startsWith("there is no"), reply::toString);
    assertEquals(7, reply.path("id").asInt());
  }
}
