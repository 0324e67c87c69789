package dev.whetstone.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainTest {
  private static final Path SMALL = Path.of("src/test/resources/training/small.yaml");

  @TempDir private Path folder;

  @Test
  void aBadRecipeIsOneLineAndNoDatabaseIsStarted() throws IOException {
    String bad = Files.readString(SMALL).replace("steps: 40", "steps: -1");
    Path recipe = Files.writeString(folder.resolve("bad.yaml"), bad);

    assertEquals(
        "whetstone: " + recipe + ": fit.steps: is -1; write a number from 0 to 10,000,000",
        refused(recipe));
  }

  @Test
  void soIsAStartThatIsNotThere() {
    String line = refused(SMALL);

    assertTrue(
        line.startsWith("whetstone: " + SMALL + ": tokenizer: there is no step-verifier@5 in "),
        line);
  }

  @Test
  void andADeviceOfNoKnownKind() {
    String line = refused(SMALL, "--device", "tpu");

    assertTrue(line.startsWith("--device is auto, cpu, gpu or gpu:N, not tpu"), line);
  }

  private String refused(Path recipe, String... more) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int code = new CommandLine(new Train()).execute(options(recipe, more));
      assertEquals(2, code);
      assertFalse(Files.exists(folder.resolve("data")), "no database");
      return said.toString(StandardCharsets.UTF_8).strip();
    } finally {
      System.setErr(before);
    }
  }

  private String[] options(Path recipe, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of(recipe.toString(), "--models", folder.resolve("models").toString()));
    options.addAll(List.of("--data", folder.resolve("data").toString()));
    return options.toArray(String[]::new);
  }
}
