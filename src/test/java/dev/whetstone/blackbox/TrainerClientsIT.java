package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trainers' own, unmodified client functions get their rewards. */
@ExtendWith(SharedServer.class)
class TrainerClientsIT {
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "whetstone", "clients");

  /** A sample and what it is to earn. */
  record Case(String prompt, String response, String label, double expect) {}

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void openRlhf(Door door) throws Exception {
    isServed("openrlhf_client.py", door);
  }

  @Test
  void slimeAndItsForkMiles(Door door) throws Exception {
    isServed("slime_client.py", door);
  }

  private static void isServed(String client, Door door) throws Exception {
    String python = Python.prepare(Python.found(), CACHE).path("python").asText();
    DrivenRun run = DrivenRun.create(door, "default", 3);
    List<Handed> tasks = run.tasks(3);

    JsonNode report = Python.run(python, client, door, cases(tasks));

    System.out.println(report);
    assertTrue(report.path("failures").isEmpty(), report::toString);
    assertTrue(report.path("runs").size() > 0, report::toString);
    fillTheirGroups(run, tasks);
  }

  /** Right and wrong answers to tasks of a run, and to references that are no task of ours. */
  private static List<Case> cases(List<Handed> tasks) {
    List<Case> cases = new ArrayList<>();
    for (Handed task : tasks) {
      cases.add(new Case(task.question(), task.right("1"), task.task(), 1));
      cases.add(new Case(task.question(), task.unreadable("2"), task.task(), 0));
    }
    cases.add(new Case("What is 2+2?", "It is \\boxed{4}.", "4", 1));
    cases.add(new Case("What is 2+2?", "The answer is 5.", "4", 0));
    cases.add(new Case("The capital of France?", "The answer is Paris.", "Paris", 1));
    cases.add(new Case("Half of one?", "<answer>0.5</answer>", "1/2", 1));
    cases.add(new Case("\u00bfQu\u00e9?", "No s\u00e9 \ud83d\ude00", "7", 0));
    return cases;
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
    assertEquals(tasks.size() * 3, saved.size());
    run.agreeingAudit();
  }
}
