package dev.whetstone.model.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";

  @TempDir private Path work;

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Checkpoints checkpoints = new Checkpoints(work, KEY);
    checkpoints.write(checkpoint(KEY, 3));
    checkpoints.write(checkpoint(KEY, 7));

    Checkpoint read = checkpoints.read(2).orElseThrow();

    assertEquals(7, read.step());
    assertEquals(0.25, read.best());
    assertEquals(2, read.stale());
    assertArrayEquals(new float[] {1, 2}, read.theta());
    assertArrayEquals(new float[] {7, 8}, read.bestTheta());
  }

  @Test
  void anotherTrainingInTheSameFolderKeepsItsOwn() throws IOException {
    Checkpoints one = new Checkpoints(work, KEY);
    Checkpoints other = new Checkpoints(work, OTHER);
    one.write(checkpoint(KEY, 3));
    assertEquals(Optional.empty(), other.read(2));
    other.write(checkpoint(OTHER, 9));

    assertEquals(3, one.read(2).orElseThrow().step());
    assertEquals(Files.size(work.resolve("fedcba9876543210/checkpoint.bin")), one.others());
    other.remove();
    assertEquals(0, one.others());
    assertEquals(3, one.read(2).orElseThrow().step());
    one.remove();
    assertEquals(Optional.empty(), one.read(2));
    try (Stream<Path> left = Files.list(work)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void whatIsDamagedIsToldWithItsMend() throws IOException {
    Checkpoints checkpoints = new Checkpoints(work, KEY);
    checkpoints.write(checkpoint(KEY, 3));
    Path file = work.resolve("0123456789abcdef/checkpoint.bin");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 40, 60, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      String line = assertThrows(IOException.class, () -> checkpoints.read(2)).getMessage();
      assertTrue(line.endsWith("is damaged; remove it, and training begins anew"), line);
    }
    Files.write(file, whole);
    assertThrows(IOException.class, () -> checkpoints.read(3), "of another network");
  }

  private static Checkpoint checkpoint(String key, int step) {
    return new Checkpoint(
        key,
        step,
        new float[] {1, 2},
        new float[] {3, 4},
        new float[] {5, 6},
        0.25,
        2,
        new float[] {7, 8});
  }
}
