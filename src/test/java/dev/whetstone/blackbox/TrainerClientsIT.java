package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trainers' own, unmodified client functions get their rewards. */
@ExtendWith(SharedServer.class)
class TrainerClientsIT {
  private static final Path SCRIPTS = Launch.HOME.resolve("src/test/python");
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "whetstone", "clients");
  private static final int SKIPPED = 77;
  private static final int LIMIT_SECONDS = 180;

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
    String python = prepared();
    DrivenRun run = DrivenRun.create(door, "default", 3);
    List<Handed> tasks = run.tasks(3);
    Path cases = Files.createTempFile("cases", ".json");
    Files.writeString(cases, Door.json(cases(tasks)));

    JsonNode report =
        run(python, SCRIPTS.resolve(client).toString(), door.base(), cases.toString());

    Files.delete(cases);
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

  private static String prepared() throws Exception {
    String python = "python3";
    assumeTrue(isThere(python), "there is no python3");
    return run(python, SCRIPTS.resolve("prepare.py").toString(), CACHE.toString())
        .path("python")
        .asText();
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** The JSON in the last line of what it writes; a skipped one skips the test. */
  private static JsonNode run(String... command) throws Exception {
    Path output = Files.createTempFile("client", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONUTF8", "1"));
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    String said = Files.readString(output).strip();
    Files.delete(output);
    if (process.exitValue() == SKIPPED) abort(said);
    assertEquals(0, process.exitValue(), said);
    return Door.JSON.readTree(said.lines().toList().getLast());
  }
}
