package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An episode outlives the server, but not a silence longer than its life. */
class EpisodeLifeIT {
  private static final int LIFE_SECONDS = 5;
  private static final Map<String, String> LIMITS =
      Map.of("WHETSTONE_EPISODES_MAX_SOCKETS", "2", "WHETSTONE_EPISODES_MAX_OPEN", "4");
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    Map<String, String> shortLived = new HashMap<>(LIMITS);
    shortLived.put("WHETSTONE_EPISODES_LIFE", "PT" + LIFE_SECONDS + "S");
    shortLived.put("WHETSTONE_EPISODES_SWEEP", "PT0.2S");
    server = PackagedServer.start(Launch.fresh().environment(shortLived));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itEndsBySilenceAndGoesOnAfterAKill() throws InterruptedException {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", 8);
    Handed task = run.task();
    Ors ors = new Ors(server.door(), "/ors", "games");
    silenceEndsThem(run, task, ors);
    String spare = openOncePossible(run, task);
    String path = openOncePossible(run, task);
    assertEquals(204, server.door().send("DELETE", spare, BodyPublishers.noBody()).status());
    Play play = Play.of(ors, DrivenRun.create(server.door(), "games", 2).task());
    JsonNode first = play.make(0);
    JsonNode prompt = ors.prompt(play.session());

    server.kill();
    server.restart(LIMITS);

    JsonNode kept = server.door().get(path).expect(200);
    assertEquals(task.question(), kept.path("question").asText());
    assertEquals(prompt, ors.prompt(play.session()));
    assertEquals(first, play.make(0));
    JsonNode said =
        server.door().post(path + "/messages", Map.of("message", task.right("1"))).expect(200);
    assertEquals(1.0, said.path("result").path("reward").asDouble(-1), said::toString);
    for (int i = 1; i < play.calls().size() - 1; i++) play.make(i);
    play.win();
  }

  private static void silenceEndsThem(DrivenRun run, Handed task, Ors ors)
      throws InterruptedException {
    String session = ors.session("games", "train", 0);
    for (int i = 1; i < 4; i++) open(run, task);
    Map<String, String> wanted = Map.of("task", task.task());
    JsonNode problem = server.door().post(run.path("/episodes"), wanted).problem(503);
    assertTrue(problem.path("detail").asText().startsWith("4 "), problem::toString);
    openOncePossible(run, task);
    server.door().get("/api/v1/episodes/" + session).problem(410, "episode");
    assertEquals(410, ors.ping(session).status());
    assertEquals(404, ors.ping("00000000-0000-7000-8000-000000000000").status());
  }

  /** To ask for room keeps nothing alive. */
  private static String openOncePossible(DrivenRun run, Handed task) throws InterruptedException {
    long start = System.nanoTime();
    Map<String, String> wanted = Map.of("task", task.task());
    Reply reply = run.door().post(run.path("/episodes"), wanted);
    while (reply.status() == 503) {
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      assertTrue(seconds < 8L * LIFE_SECONDS, () -> "still open after " + seconds + " s");
      Thread.sleep(200);
      reply = run.door().post(run.path("/episodes"), wanted);
    }
    return path(reply.expect(201));
  }

  @Test
  void oneSocketTooManyIsToldHowManyThereAre() throws InterruptedException {
    try (Socket one = counted();
        Socket two = counted();
        Socket three = Socket.open(server.door(), "/openenv/ws")) {
      JsonNode data = three.reply().path("data");
      assertEquals("CAPACITY_REACHED", data.path("code").asText(), data::toString);
      assertEquals(2, data.path("active_sessions").asInt(), data::toString);
      assertEquals(2, data.path("max_sessions").asInt(), data::toString);
      assertEquals(Socket.CLOSED, three.text());
      assertEquals(0, one.ask("state", Map.of(), "state").path("step_count").asInt(-1));
      two.send("{\"type\":\"close\"}");
      assertEquals(Socket.CLOSED, two.text());
    }
    Thread.sleep(1_000);
    counted().close();
  }

  /** One that answers was counted. */
  private static Socket counted() {
    Socket socket = Socket.open(server.door(), "/openenv/ws");
    socket.ask("state", Map.of(), "state");
    return socket;
  }

  private static String open(DrivenRun run, Handed task) {
    Map<String, String> wanted = Map.of("task", task.task());
    return path(run.door().post(run.path("/episodes"), wanted).expect(201));
  }

  private static String path(JsonNode episode) {
    return "/api/v1/episodes/" + episode.path("episode").asText();
  }
}
