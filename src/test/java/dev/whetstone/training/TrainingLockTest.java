package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLockTest {
  @TempDir private Path folder;

  @Test
  void aSecondTrainingIsTurnedAwayUntilTheFirstEnds() throws IOException {
    Path work = folder.resolve("work");
    TrainingLock first = TrainingLock.of(work);
    String line = assertThrows(IOException.class, () -> TrainingLock.of(work)).getMessage();
    assertTrue(line.startsWith("another training is at work in " + work), line);

    try (TrainingLock _ = TrainingLock.of(folder.resolve("other"))) {
      first.close();
      TrainingLock.of(work).close();
    }
  }
}
