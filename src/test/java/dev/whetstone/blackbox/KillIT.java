package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that a client was told is lost when the server, or its database, is killed. */
class KillIT {
  private static final int KILLS = 2;
  private static final int CLIENTS = 4;
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    server = PackagedServer.start(Launch.fresh());
  }

  @AfterAll
  static void close() {
    if (server != null) server.close();
  }

  @Test
  void aServerKilledUnderLoadManyTimesLosesNothing() throws Exception {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", Load.GROUP);
    Load load = new Load(run);
    for (int kill = 1; kill <= KILLS; kill++) {
      load.start(CLIENTS);
      Thread.sleep(ThreadLocalRandom.current().nextInt(300, 1_500));
      if (kill % 2 == 0) server.postgres().ifPresent(ProcessHandle::destroyForcibly);
      server.kill();
      load.stop();
      server.restart();
      load.settle();
      load.assertNothingIsLost(run);
      System.out.printf("kill %d: %d outcomes acknowledged%n", kill, load.acknowledged());
    }
    assertTrue(load.acknowledged() > KILLS * Load.GROUP, "there was no load");
    everyPlaceWasUsed(run);
  }

  @Test
  void aTrainersRetryAfterAKillCountsOnceAndAnotherRolloutCountsAgain() {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", 4);
    Handed task = run.task();
    Map<String, String> sample = Map.of("response", task.right("same"), "label", task.task());
    server.door().post("/slime/exact", sample).expect(200);
    server.door().post("/slime/exact", sample).expect(200);
    assertEquals(2, run.outcomes().size(), "an answered text that comes again is another rollout");

    server.kill();
    server.restart();
    run = run.through(server.door());
    server.door().post("/slime/exact", sample).expect(200);
    assertEquals(2, run.outcomes().size(), "nobody knows that it was answered: a retry");
    run.agreeingAudit();
  }

  /** After the kills: what is closed is learned, by the next choice. */
  private static void everyPlaceWasUsed(DrivenRun run) {
    run.task();
    JsonNode state = run.get("/curriculum");
    long groups = run.outcomes().stream().map(o -> o.path("task").asText()).distinct().count();
    assertEquals(0, state.path("waiting").asInt());
    assertEquals(groups, state.path("lessons").asLong());
    assertEquals(groups, run.agreeingAudit().path("lessons").asLong());
  }

  @Test
  void aKilledDatabaseIsOurFaultAndNobodysZero() throws Exception {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", 4);
    Handed task = run.task();
    JsonNode saved = run.result(task, task.right("before"));
    ProcessHandle postgres = server.postgres().orElseThrow();
    assertTrue(postgres.destroyForcibly());
    postgres.onExit().get(10, TimeUnit.SECONDS);

    isOurFault(run.send(List.of(DrivenRun.single(task, task.right("during")))));
    isOurFault(run.door().post(run.path("/tasks"), Map.of("count", 1)));
    Map<String, String> sample = Map.of("response", task.right("during"), "label", task.task());
    isOurFault(run.door().post("/slime/exact", sample));
    Map<String, String> plain = Map.of("response", "4", "label", "4");
    JsonNode score = run.door().post("/slime/exact", plain).expect(200);
    assertEquals(1.0, score.path("score").asDouble(), "this one needs no database");
    assertFalse(server.isReady(), "a server without its database is not ready");

    server.stop();
    server.restart();
    assertEquals(saved.path("outcome"), run.outcomes().getFirst().path("id"));
    assertEquals(1, run.outcomes().size());
    assertEquals(1.0, run.result(task, task.right("after")).path("reward").asDouble());
    run.agreeingAudit();
  }

  private static void isOurFault(Reply reply) {
    assertTrue(reply.status() >= 500, reply::toString);
    JsonNode problem = reply.problem(reply.status());
    assertEquals("urn:whetstone:problem:ours", problem.path("type").asText(), reply::toString);
    assertFalse(reply.text().contains("SQL"), reply::toString);
  }
}
