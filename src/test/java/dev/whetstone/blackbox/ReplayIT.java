package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Worked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases that were failed and solved, or fooled a verifier, come back, edited or not. */
class ReplayIT {
  private static final String CURRICULUM =
      """
      name: %s
      replay:
        share: 0.5
        capacity: 5
      families:
      %s
      """;

  private static PackagedServer server;

  @BeforeAll
  static void start() throws IOException {
    Path folder = Files.createDirectory(Launch.temporary("whetstone-replay").resolve("curricula"));
    Files.writeString(
        folder.resolve("again.yaml"),
        CURRICULUM.formatted("again", "  chain_sum:\n  syllogism:\n  shortest_path:"));
    Files.writeString(folder.resolve("sums.yaml"), CURRICULUM.formatted("sums", "  chain_sum:"));
    server =
        PackagedServer.start(
            Launch.fresh()
                .curricula(folder)
                .environment(Map.of("WHETSTONE_VERIFY_STEPS_DEADLINE", "PT30S")));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  @Test
  void casesComeBackAndAKillLosesOrDoublesNeitherThemNorAPayment() throws IOException {
    DrivenRun run = DrivenRun.create(server.door(), "again", 4);
    Set<String> asked = new HashSet<>();
    int again = 0;
    JsonNode paid = null;
    for (int round = 0; round < 8; round++) {
      if (round == 3) paid = paid(run);
      if (round == 4) {
        server.kill();
        server.restart();
        run = run.through(server.door());
        assertEquals(paid, run.get("/proposals"));
        assertEquals(paid.path("proposals"), proposed(run));
      }
      for (Handed task : run.tasks(8)) {
        if (!asked.add(task.question())) again++;
        assertEquals(task.made().question(), task.question());
        attempt(run, task, round);
      }
    }
    run.tasks(1);
    assertTrue(again > 0, "no question was asked again");
    verify(run.get("/curriculum"));
    JsonNode audit = run.agreeingAudit();
    assertEquals(64 + 2, audit.path("lessons").asInt(), audit::toString);
  }

  /** Two of four right, so that most groups are kept; now and then none. */
  private static void attempt(DrivenRun run, Handed task, int round) {
    List<Map<String, Object>> items = new ArrayList<>();
    boolean lost = round % 3 == 2;
    for (int i = 0; i < 4; i++)
      items.add(
          DrivenRun.single(
              task, i < 2 && !lost ? task.right("again" + i) : task.unreadable("again" + i)));
    run.results(items);
  }

  /** Two proposals of the curriculum's own family, each solved by some, as they then stand. */
  private static JsonNode paid(DrivenRun run) {
    for (JsonNode proposal : proposed(run))
      run.results(
          List.of(
              Map.of(
                  "task",
                  proposal.path("task").asText(),
                  "completions",
                  List.of("Yes", "Yes.", "No", "No."))));
    JsonNode paid = run.get("/proposals");
    for (JsonNode proposal : paid.path("proposals")) {
      assertEquals("PAID", proposal.path("state").asText(), paid::toString);
      assertEquals(1, proposal.path("reward").path("learnability").asDouble(), paid::toString);
    }
    return paid;
  }

  private static JsonNode proposed(DrivenRun run) {
    List<Map<String, Object>> proposals =
        List.of(
            Map.of("family", "syllogism", "seed", "one"),
            Map.of("family", "syllogism", "seed", "other"));
    return run.door()
        .post(run.path("/proposals"), Map.of("proposals", proposals), "Idempotency-Key", "replay")
        .expect(200)
        .path("proposals");
  }

  private static void verify(JsonNode curriculum) {
    assertEquals(0.5, curriculum.path("replay_share").asDouble());
    JsonNode archive = curriculum.path("archive");
    assertTrue(archive.size() > 0 && archive.size() <= 5, archive::toString);
    Set<Long> indices = new HashSet<>();
    for (JsonNode kept : archive) {
      assertTrue(indices.add(kept.path("index").asLong()), archive::toString);
      assertTrue(kept.path("score").asDouble() > 0);
      assertEquals(0, kept.path("contested").asInt(-1), archive::toString);
    }
    JsonNode foresight = curriculum.path("foresight");
    assertTrue(foresight.path("lessons").asDouble() > 0, foresight::toString);
    double trust = foresight.path("trust").asDouble(-1);
    assertTrue(trust >= 0 && trust <= 1, foresight::toString);
    JsonNode forecasts = curriculum.path("forecasts");
    assertEquals(curriculum.path("choices").size(), forecasts.size());
    for (JsonNode forecast : forecasts) {
      double solved = forecast.path("solved").asDouble();
      assertTrue(forecast.path("low").asDouble() < solved, forecasts::toString);
      assertTrue(forecast.path("high").asDouble() > solved, forecasts::toString);
    }
  }

  /** Every answer is right, so that nothing differs; some ways to it are wrong. */
  @Test
  void aCaseThatFooledAVerifierIsKeptAndEdited() throws IOException {
    assumeTrue(StepsIT.isShipped(), "no step verifier is shipped");
    DrivenRun run = readRun();
    SplittableRandom random = new SplittableRandom(7);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Handed handed : run.tasks(12)) {
      Worked worked = handed.made().worked().orElseThrow();
      Solution wrongWay = Solution.broken(worked, 0, Flaw.RIGHT_AFTER_WRONG, random);
      items.add(DrivenRun.group(handed, Solution.right(worked).text(), wrongWay.text()));
    }
    run.results(items);
    List<Handed> edited = run.tasks(24);
    JsonNode archive = run.get("/curriculum").path("archive");
    assertEquals(5, archive.size(), archive::toString);
    Set<Long> indices = new HashSet<>();
    for (JsonNode kept : archive) {
      indices.add(kept.path("index").asLong());
      assertTrue(kept.path("contested").asInt() > 0, archive::toString);
      assertEquals(0.25, kept.path("score").asDouble(), archive::toString);
    }
    long again =
        edited.stream().filter(t -> indices.contains(t.json().path("index").asLong())).count();
    assertTrue(again > 0, "none is asked again");
    run.agreeingAudit();
  }

  private static DrivenRun readRun() {
    Map<String, Object> wanted =
        Map.of(
            "name", "contested",
            "curriculum", "sums",
            "group_size", 2,
            "seed", "contested",
            "steps", "read");
    JsonNode run = server.door().post("/api/v1/runs", wanted).expect(201);
    return new DrivenRun(server.door(), run.path("id").asText(), "contested", Split.TRAIN);
  }
}
