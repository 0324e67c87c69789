package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A trainer's own client code, fetched from its registry and driven by a script of ours. */
record TrainerClient(String name) {
  private static final Path SCRIPTS = Launch.HOME.resolve("src/test/python");
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "whetstone", "clients");
  private static final int SKIPPED = 77;
  private static final int LIMIT_SECONDS = 300;

  /** A sample and what it is to earn. */
  record Case(String prompt, String response, String label, double expect) {}

  /** Right and wrong answers to tasks of a run, and to references that are no task of ours. */
  static List<Case> cases(List<Handed> tasks) {
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

  /** What it came to: its runs, and where a reward was not as it was to be. */
  JsonNode asks(Door door, List<Case> cases) throws Exception {
    return script(name + "_client.py", door, cases);
  }

  /** The same client through a proxy that fails in many ways; what it experiences. */
  JsonNode suffers(Door door, List<Case> cases) throws Exception {
    return script("faults.py", door, cases, name + "_client");
  }

  /** What the trainers' readers make of files. */
  JsonNode reads(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(prepared(), SCRIPTS.resolve(name + "_check.py").toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private JsonNode script(String script, Door door, List<Case> cases, String... more)
      throws Exception {
    String python = prepared();
    Path file = Files.createTempFile("cases", ".json");
    try {
      Files.writeString(file, Door.json(cases));
      List<String> command = new ArrayList<>(List.of(python, SCRIPTS.resolve(script).toString()));
      command.addAll(List.of(door.base(), file.toString()));
      command.addAll(List.of(more));
      return run(command);
    } finally {
      Files.delete(file);
    }
  }

  private String prepared() throws Exception {
    assumeTrue(isThere("python3"), "there is no python3");
    String prepare = SCRIPTS.resolve("prepare.py").toString();
    return run(List.of("python3", prepare, CACHE.toString(), name)).path("python").asText();
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** The JSON in the last line of what it writes; a skipped one skips the test. */
  private static JsonNode run(List<String> command) throws Exception {
    Path output = Files.createTempFile("client", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONUTF8", "1"));
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    String said = Files.readString(output).strip();
    Files.delete(output);
    String last = said.lines().reduce("", (one, next) -> next);
    if (process.exitValue() == SKIPPED) abort(last);
    if (!last.startsWith("{")) assertEquals(0, process.exitValue(), said);
    return Door.JSON.readTree(last);
  }
}
