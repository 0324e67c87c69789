package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An episode outlives the server, but not a silence longer than its life. */
class EpisodeLifeIT {
  private static final int LIFE_SECONDS = 5;
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    server =
        PackagedServer.start(
            Launch.fresh()
                .environment(
                    Map.of(
                        "WHETSTONE_EPISODES_LIFE",
                        "PT" + LIFE_SECONDS + "S",
                        "WHETSTONE_EPISODES_SWEEP",
                        "PT0.5S",
                        "WHETSTONE_EPISODES_MAX_SOCKETS",
                        "2",
                        "WHETSTONE_EPISODES_MAX_OPEN",
                        "4")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itGoesOnAfterAKillAndEndsBySilence() throws InterruptedException {
    Door door = server.door();
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    String path = open(run, task);
    Ors ors = new Ors(door, "/ors", "games");
    Play play = Play.of(ors, DrivenRun.create(door, "games", 2).task());
    JsonNode first = play.make(0);
    JsonNode prompt = ors.prompt(play.session());

    server.kill();
    server.restart();

    assertEquals(task.question(), door.get(path).expect(200).path("question").asText());
    assertEquals(prompt, ors.prompt(play.session()));
    assertEquals(first, play.make(0));
    JsonNode said = door.post(path + "/messages", Map.of("message", task.right("1"))).expect(200);
    assertEquals(1.0, said.path("result").path("reward").asDouble(-1), said::toString);
    for (int i = 1; i < play.calls().size() - 1; i++) play.make(i);
    play.win();
    tooManyAreRefused(run, task);
    silenceMakesRoom(run, task);
    server.door().get(path).problem(410, "episode");
    assertEquals(410, ors.ping(play.session()).status());
    assertEquals(404, ors.ping("00000000-0000-7000-8000-000000000000").status());
  }

  private static void tooManyAreRefused(DrivenRun run, Handed task) {
    for (int i = 0; i < 4; i++) open(run, task);
    JsonNode problem =
        server.door().post(run.path("/episodes"), Map.of("task", task.task())).problem(503);
    assertTrue(problem.path("detail").asText().startsWith("4 "), problem::toString);
  }

  /** Where the last that were opened are closed, all are; and to ask for them keeps none alive. */
  private static void silenceMakesRoom(DrivenRun run, Handed task) throws InterruptedException {
    long asked = System.nanoTime();
    Map<String, String> wanted = Map.of("task", task.task());
    while (run.door().post(run.path("/episodes"), wanted).status() != 201) {
      long seconds = Duration.ofNanos(System.nanoTime() - asked).toSeconds();
      assertTrue(seconds < 8L * LIFE_SECONDS, () -> "still open after " + seconds + " s");
      Thread.sleep(200);
    }
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
    JsonNode episode = run.door().post(run.path("/episodes"), wanted).expect(201);
    return "/api/v1/episodes/" + episode.path("episode").asText();
  }
}
