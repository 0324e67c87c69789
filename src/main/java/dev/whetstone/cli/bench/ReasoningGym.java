package dev.whetstone.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The reasoning-gym library, measured by our script in the Python that has it. */
record ReasoningGym(String version, String python, Map<String, Library.Speed> families) {
  private static final String SCRIPT = "/bench/reasoning_gym_bench.py";
  private static final int TIMEOUT_SECONDS = 300;
  private static final int SKIPPED = 77;

  /** It cannot be measured here, and why. */
  static final class Absent extends Exception {
    private static final long serialVersionUID = 1;

    Absent(String why) {
      super(why);
    }
  }

  /** {@code WHETSTONE_PYTHON}, else the python3 of the path. */
  static String interpreter() {
    String named = System.getenv("WHETSTONE_PYTHON");
    return named == null || named.isBlank() ? "python3" : named;
  }

  /**
   * @param folder for the script and what it says
   * @param seconds CPU time for each figure
   */
  static ReasoningGym measure(Path folder, List<String> families, double seconds)
      throws IOException, Absent {
    Path script = folder.resolve("reasoning_gym_bench.py");
    Path out = folder.resolve("reasoning_gym.json");
    try (InputStream packed = ReasoningGym.class.getResourceAsStream(SCRIPT)) {
      if (packed == null) throw new Absent("the script is not in this program");
      Files.copy(packed, script);
    }
    run(
        out,
        List.of(
            interpreter(),
            script.toString(),
            "--families",
            String.join(",", families),
            "--seconds",
            Double.toString(seconds)));
    return read(new ObjectMapper().readTree(out.toFile()));
  }

  private static void run(Path out, List<String> command) throws IOException, Absent {
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    Process process = start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
        throw new Absent("it took more than " + TIMEOUT_SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Absent("interrupted");
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == SKIPPED) throw new Absent(Files.readString(out).strip());
    if (process.exitValue() != 0) throw new Absent("its script ended with " + process.exitValue());
  }

  private static Process start(ProcessBuilder builder) throws Absent {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Absent("there is no " + builder.command().getFirst());
    }
  }

  private static ReasoningGym read(JsonNode report) {
    Map<String, Library.Speed> families = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> family : report.path("families").properties())
      families.put(
          family.getKey(),
          new Library.Speed(
              family.getValue().path("tasks_per_cpu_s").asDouble(),
              family.getValue().path("answers_per_cpu_s").asDouble()));
    return new ReasoningGym(
        report.path("reasoning_gym").asText(), report.path("python").asText(), families);
  }
}
