package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two servers on one database are one server to a run. */
class TwoServersIT {
  private static final int CLIENTS = 4;
  private static final int LOAD_MILLIS = 3_000;

  @Test
  void oneRunThroughBothHasOneCurriculum() throws Exception {
    try (PackagedServer a = PackagedServer.start(Launch.fresh());
        PackagedServer b = PackagedServer.start(besides(a))) {
      assertEquals(List.of(), b.postgresProcesses());
      DrivenRun throughA = DrivenRun.create(a.door(), "arithmetic", Load.GROUP);
      DrivenRun throughB = throughA.through(b.door());
      Load load = new Load(throughA, throughB);

      load.start(CLIENTS);
      Thread.sleep(LOAD_MILLIS);
      load.stop();

      load.assertNothingIsLost(throughA);
      load.assertNothingIsLost(throughB);
      agree(throughA, throughB);
      aRepeatThroughTheOtherIsKnown(throughA, throughB);
      aProposalThroughBothIsPaidOnce(throughA, throughB);
      b.stop();
      assertTrue(a.isReady(), "the other server stopped, and the database with it");
    }
  }

  /** Every group that was closed is learned once, and both see the same. */
  private static void agree(DrivenRun a, DrivenRun b) {
    a.task();
    JsonNode state = a.get("/curriculum");
    assertEquals(state, b.get("/curriculum"));
    long groups = a.outcomes().stream().map(o -> o.path("task").asText()).distinct().count();
    assertEquals(0, state.path("waiting").asInt());
    assertEquals(groups, state.path("lessons").asLong());
    assertEquals(a.agreeingAudit(), b.agreeingAudit());
    assertEquals(groups, a.agreeingAudit().path("lessons").asLong());
  }

  private static void aRepeatThroughTheOtherIsKnown(DrivenRun a, DrivenRun b) {
    String[] key = {"Idempotency-Key", "through-both"};
    List<Handed> tasks = a.tasks(2, key);
    assertEquals(tasks, b.tasks(2, key));
    Handed task = tasks.getFirst();
    JsonNode first = a.result(task, task.right("1"), key);
    JsonNode second = b.result(task, task.right("1"), key);
    assertEquals(first.path("outcome"), second.path("outcome"));
    assertEquals(true, second.path("repeated").asBoolean());
  }

  /** Both are asked at one moment, with one key. */
  private static void aProposalThroughBothIsPaidOnce(DrivenRun a, DrivenRun b) throws Exception {
    Map<String, Object> batch =
        Map.of("proposals", List.of(Map.of("family", "chain_sum", "seed", "through-both")));
    List<JsonNode> posted = new ArrayList<>();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Callable<JsonNode>> posts =
          Stream.of(a, b).map(run -> (Callable<JsonNode>) () -> proposed(run, batch)).toList();
      for (Future<JsonNode> post : both.invokeAll(posts)) posted.add(post.get());
    }
    assertEquals(posted.getFirst(), posted.getLast());
    assertEquals(1, a.get("/proposals").path("proposals").size());
    String task = posted.getFirst().path("task").asText();
    for (int i = 0; i < Load.GROUP; i++)
      (i % 2 == 0 ? a : b).results(List.of(Map.of("task", task, "completion", "No. " + i)));
    JsonNode paid = a.get("/proposals").path("proposals");
    assertEquals("PAID", paid.get(0).path("state").asText(), paid::toString);
    assertEquals(paid, b.get("/proposals").path("proposals"));
  }

  private static JsonNode proposed(DrivenRun run, Map<String, Object> batch) {
    return run.door()
        .post(run.path("/proposals"), batch, "Idempotency-Key", "proposed-through-both")
        .expect(200)
        .path("proposals")
        .get(0);
  }

  private static Launch besides(PackagedServer other) throws IOException {
    return Launch.in(Launch.temporary("whetstone-it"))
        .with("--jdbc-url", other.jdbcUrl())
        .environment(
            Map.of(
                "QUARKUS_DATASOURCE_USERNAME",
                "whetstone",
                "QUARKUS_DATASOURCE_PASSWORD",
                other.databasePassword()));
  }
}
