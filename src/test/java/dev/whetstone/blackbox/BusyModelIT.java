package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that waits for others to join a batch until it is too late: deadlines, and a full queue.
 */
class BusyModelIT {
  private static final int QUEUE = 4;
  private static final Map<String, Object> ITEM =
      Map.of("problem", "one plus two", "steps", List.of("three"));

  @TempDir private static Path models;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    TinyModels.write(models, 1, Kind.GOOD);
    Launch launch = ModelFoldersIT.launch(models);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("WHETSTONE_MODEL_DELAY", "PT1H");
    environment.put("WHETSTONE_MODEL_QUEUE", "" + QUEUE);
    environment.put("WHETSTONE_VERIFY_VERIFICATIONS_DEADLINE", "PT8S");
    server = PackagedServer.start(launch.environment(environment));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  @Test
  void itsDeadlineAndItsFullQueueAreToldAndRewardsGoOn() throws Exception {
    DrivenRun run = VerificationsIT.run(server.door());
    assertEquals("deadline", unread(run));

    CompletableFuture<Reply> waiting = CompletableFuture.supplyAsync(() -> verify(QUEUE));
    awaitFull();
    Reply refused = verify(1);
    assertFalse(waiting.isDone(), "it was refused only when those before it were");
    assertEquals("busy", unread(run));

    JsonNode problem = refused.problem(503);
    assertEquals("urn:whetstone:problem:overloaded", problem.path("type").asText());
    assertEquals("1", refused.again());
    isTooLate(waiting.join());
    run.agreeingAudit();
    server.stop();
  }

  private static void isTooLate(Reply reply) {
    assertEquals(
        "urn:whetstone:problem:deadline",
        reply.problem(503).path("type").asText(),
        reply::toString);
  }

  /** Why the steps of a right answer were not read; its reward is what it always is. */
  private static String unread(DrivenRun run) {
    Handed task = run.task();
    JsonNode result = run.result(task, task.right("1"));
    assertEquals(1.0, result.path("reward").asDouble(), result::toString);
    return result.path("steps").path("unread").asText();
  }

  private static Reply verify(int items) {
    return server
        .door()
        .post("/api/v1/verifications", Map.of("items", Collections.nCopies(items, ITEM)));
  }

  private static void awaitFull() throws InterruptedException {
    String full = "whetstone_model_waiting{name=\"tiny\"} " + QUEUE + ".0";
    long deadline = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    while (!waiting().contains(full)) {
      if (System.nanoTime() > deadline) throw new AssertionError(waiting());
      Thread.sleep(20);
    }
  }

  private static String waiting() {
    return server.door().get("/q/metrics").text();
  }
}
