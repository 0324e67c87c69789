package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs our Python scripts against a server; a machine without Python skips the test. */
final class Python {
  private static final Path SCRIPTS = Launch.HOME.resolve("src/test/python");
  private static final int SKIPPED = 77;
  private static final int LIMIT_SECONDS = 400;

  private Python() {}

  /** The python3 of the machine. */
  static String found() throws InterruptedException {
    assumeTrue(isThere("python3"), "there is no python3");
    return "python3";
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Runs a script with the base address, a file of cases, and what else it wants. */
  static JsonNode run(String python, String script, Door door, Object cases, String... more)
      throws Exception {
    Path file = Files.createTempFile("cases", ".json");
    try {
      Files.writeString(file, Door.json(cases));
      String path = SCRIPTS.resolve(script).toString();
      return run(
          Stream.concat(Stream.of(python, path, door.base(), file.toString()), Stream.of(more))
              .toArray(String[]::new));
    } finally {
      Files.delete(file);
    }
  }

  /** Runs a script that needs no server. */
  static JsonNode read(String python, String script, String... arguments) throws Exception {
    return run(
        Stream.concat(Stream.of(python, SCRIPTS.resolve(script).toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Puts into an environment what a client's script needs. */
  static JsonNode prepare(String python, Path folder, String client) throws Exception {
    return run(python, SCRIPTS.resolve("prepare.py").toString(), folder.toString(), client);
  }

  /**
   * The JSON in the last line of what it writes; a skipped one skips the test. Its complaints are
   * kept apart: clients that are let go may complain after it.
   */
  private static JsonNode run(String... command) throws Exception {
    Path output = Files.createTempFile("client", ".log");
    Path errors = Files.createTempFile("client", ".errors");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder
        .environment()
        .putAll(
            Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONUTF8", "1", "PYTHONWARNINGS", "ignore"));
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    String said = Files.readString(output).strip();
    String complained = Files.readString(errors);
    Files.delete(output);
    Files.delete(errors);
    if (process.exitValue() == SKIPPED) abort(said);
    assertEquals(0, process.exitValue(), () -> said + complained);
    return Door.JSON.readTree(said.lines().toList().getLast());
  }
}
