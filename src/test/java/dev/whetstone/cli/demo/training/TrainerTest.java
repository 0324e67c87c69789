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

class TrainerTest {
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
    Trainer trainer = new Trainer(python.toString(), folder);
    String said = assertThrows(IOException.class, trainer::check).getMessage();
    assertEquals(
        python
            + " cannot train: ModuleNotFoundError: No module named 'torch'. Install what is"
            + " missing: pip install torch trl (or name another: --python)",
        said);
  }

  @Test
  void noPythonAtAllIsToldToo() {
    Trainer trainer = new Trainer(folder.resolve("none").toString(), folder);
    String said = assertThrows(IOException.class, trainer::check).getMessage();
    assertTrue(said.startsWith("there is no " + folder) && said.contains("--python"), said);
  }

  @Test
  void whatItNeedsIsLaidDown() throws IOException {
    Trainer trainer = new Trainer(python("exit 0").toString(), folder.resolve("out"));
    assertDoesNotThrow(trainer::check);
    trainer.unpack();
    for (String name : new String[] {"train.py", "whetstone.py", "whetstone_trl.py"})
      assertTrue(Files.size(folder.resolve("out").resolve(name)) > 1_000, name);
  }
}
