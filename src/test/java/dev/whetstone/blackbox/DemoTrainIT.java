package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo train}: TRL really trains a few steps, where a Python has it. */
@ExtendWith(SharedServer.class)
class DemoTrainIT {
  @Test
  void aRealTrainerTrainsBothWaysOnOurTasksAndRewards(Door door, @TempDir Path folder)
      throws Exception {
    String python = pythonWithTrl();
    Path out = folder.resolve("out");
    String said =
        Command.start(
                folder.resolve("log"),
                "demo",
                "train",
                "--url",
                door.base(),
                "--python",
                python,
                "--out",
                out.toString(),
                "--seeds",
                "1",
                "--steps",
                "3",
                "--evaluate",
                "1",
                "--warm",
                "3")
            .succeeds();
    List<String> rows = Files.readAllLines(out.resolve("seed-0.csv"));
    assertEquals(1 + 2 * 4, rows.size(), "a head, and four evaluations of each run: " + said);
    assertTrue(rows.getLast().startsWith("0,tiny-uniform,384,"), rows.getLast());
    assertTrue(Files.readString(out.resolve("training.html")).contains("<svg"), said);
  }

  private static String pythonWithTrl() throws IOException, InterruptedException {
    String python = System.getenv().getOrDefault("WHETSTONE_PYTHON", "python3");
    assumeTrue(has(python), python + " has no torch and trl");
    return python;
  }

  private static boolean has(String python) throws InterruptedException {
    try {
      ProcessBuilder probe = new ProcessBuilder(python, "-c", "import torch, trl");
      return probe
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
