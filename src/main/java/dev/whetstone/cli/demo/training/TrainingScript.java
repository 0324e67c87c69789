package dev.whetstone.cli.demo.training;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Python that trains: our script and the public client beside it, each seed a process.
 *
 * @param python the interpreter
 * @param folder for the scripts, and for what they write
 */
record TrainingScript(String python, Path folder) {
  private static final List<String> SCRIPTS =
      List.of(
          "/demo/train.py",
          "/demo/warm_start.py",
          "/clients/whetstone.py",
          "/clients/whetstone_trl.py");
  private static final String INSTALL = "pip install torch trl";

  /** {@code WHETSTONE_PYTHON}, else the python3 of the path. */
  static String usualPython() {
    String named = System.getenv("WHETSTONE_PYTHON");
    return named == null || named.isBlank() ? "python3" : named;
  }

  /**
   * @throws IOException in one line, with the mend, if that Python cannot train
   */
  void check() throws IOException, InterruptedException {
    ProcessBuilder probe = new ProcessBuilder(python, "-c", "import torch, trl");
    Process process = started(probe.redirectErrorStream(true));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0)
      throw new IOException(
          "%s cannot train: %s. Install what is missing: %s (or name another: --python)"
              .formatted(python, lastLine(said), INSTALL));
  }

  private Process started(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          "there is no %s. Name a Python that has torch and trl: --python, or WHETSTONE_PYTHON"
              .formatted(python),
          e);
    }
  }

  private static String lastLine(String said) {
    return said.strip().lines().reduce((before, line) -> line).orElse("it says nothing");
  }

  /** Lays down the scripts. */
  void unpack() throws IOException {
    Files.createDirectories(folder);
    for (String script : SCRIPTS)
      try (InputStream packed = TrainingScript.class.getResourceAsStream(script)) {
        if (packed == null) throw new IOException(script + " is not in this program");
        Files.copy(
            packed,
            folder.resolve(Path.of(script).getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
  }

  /**
   * Starts one seed's two runs; what it says goes to the screen, its rows to {@code seed-N.csv}.
   */
  Process start(URI server, int seed, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(python, "-W", "ignore"));
    command.add(folder.resolve("train.py").toString());
    command.addAll(List.of("--out", folder.toString(), "--seed", Integer.toString(seed)));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(Map.of("WHETSTONE_URL", server.toString(), "PYTHONUTF8", "1"));
    return started(builder);
  }
}
