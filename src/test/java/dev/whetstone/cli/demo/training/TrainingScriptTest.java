package dev.whetstone.cli.demo.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingScriptTest {
  @TempDir private Path folder;

  /** Stands in for an interpreter. */
  private Path python(String script) throws IOException {
    Path python = folder.resolve("python");
    Files.writeString(python, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    return python;
  }

  @Test
  void aPythonWithoutTorchIsToldInOneLineWithTheMend() throws IOException {
    Path python =
        python("echo Traceback; echo \"ModuleNotFoundError: No module named 'torch'\"; exit 1");
    TrainingScript script = new TrainingScript(python.toString(), folder);
    String said = assertThrows(IOException.class, script::check).getMessage();
    assertEquals(
        python
            + " cannot train: ModuleNotFoundError: No module named 'torch'. Install what is"
            + " missing: pip install torch trl (or name another: --python)",
        said);
  }

  @Test
  void noPythonAtAllIsToldToo() {
    TrainingScript script = new TrainingScript(folder.resolve("none").toString(), folder);
    String said = assertThrows(IOException.class, script::check).getMessage();
    assertTrue(said.startsWith("there is no " + folder) && said.contains("--python"), said);
  }

  @Test
  void whatItNeedsIsLaidDown() throws IOException {
    TrainingScript script = new TrainingScript(python("exit 0").toString(), folder.resolve("out"));
    assertDoesNotThrow(script::check);
    script.unpack();
    for (String name :
        new String[] {"train.py", "warm_start.py", "whetstone.py", "whetstone_trl.py"})
      assertTrue(Files.size(folder.resolve("out").resolve(name)) > 1_000, name);
  }
}
