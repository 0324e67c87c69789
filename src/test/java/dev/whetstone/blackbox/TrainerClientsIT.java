package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainers' own, unmodified client functions get their rewards: those that are tried quickly. */
@ExtendWith(SharedServer.class)
class TrainerClientsIT {
  private static final int GROUP = 3;

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openrlhf", "slime"})
  void areServed(String client, Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "default", GROUP);
    List<Handed> tasks = run.tasks(3);
    JsonNode report = new TrainerClient(client).asks(door, TrainerClient.cases(tasks));
    System.out.println(report);
    assertTrue(report.path("failures").isEmpty(), report::toString);
    assertTrue(report.path("runs").size() > 0, report::toString);
    fillTheirGroups(run, tasks);
  }

  /**
   * The clients send every sample in several ways, each answered, so each is another rollout: all
   * places are taken, and nothing is saved beyond them.
   */
  private static void fillTheirGroups(DrivenRun run, List<Handed> tasks) {
    List<String> saved =
        run.outcomes().stream()
            .map(o -> o.path("task").asText() + " " + o.path("reward").asDouble())
            .toList();
    Set<String> wanted = new TreeSet<>();
    for (Handed task : tasks) wanted.addAll(List.of(task.task() + " 0.0", task.task() + " 1.0"));
    assertEquals(wanted, new TreeSet<>(saved));
    assertEquals(tasks.size() * GROUP, saved.size());
    run.agreeingAudit();
  }
}
