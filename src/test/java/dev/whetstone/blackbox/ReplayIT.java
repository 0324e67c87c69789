package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases that were failed and solved come back, edited or not, and survive every kill. */
class ReplayIT {
  private static final String CURRICULUM =
      """
      name: again
      replay:
        share: 0.5
        capacity: 5
      families:
        chain_sum:
        syllogism:
        shortest_path:
      """;

  @Test
  void casesComeBackAndNoKillLosesOrDoublesOne() throws IOException {
    Path folder = Files.createDirectory(Launch.temporary("whetstone-replay").resolve("curricula"));
    Files.writeString(folder.resolve("again.yaml"), CURRICULUM);
    try (PackagedServer server = PackagedServer.start(Launch.fresh().curricula(folder))) {
      DrivenRun run = DrivenRun.create(server.door(), "again", 4);
      Set<String> asked = new HashSet<>();
      int again = 0;
      for (int round = 0; round < 12; round++) {
        if (round % 4 == 3) {
          server.kill();
          server.restart();
          run = run.through(server.door());
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
      assertEquals(96, audit.path("lessons").asInt(), audit::toString);
    }
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

  private static void verify(JsonNode curriculum) {
    assertEquals(0.5, curriculum.path("replay_share").asDouble());
    JsonNode archive = curriculum.path("archive");
    assertTrue(archive.size() > 0 && archive.size() <= 5, archive::toString);
    Set<Long> indices = new HashSet<>();
    for (JsonNode kept : archive) {
      assertTrue(indices.add(kept.path("index").asLong()), archive::toString);
      assertTrue(kept.path("score").asDouble() > 0);
    }
    JsonNode foresight = curriculum.path("foresight");
    assertTrue(foresight.path("lessons").asDouble() > 0, foresight::toString);
    double trust = foresight.path("trust").asDouble(-1);
    assertTrue(trust >= 0 && trust <= 1, foresight::toString);
  }
}
