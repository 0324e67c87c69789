package dev.whetstone.training.retraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptTest {
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofHours(2);

  @TempDir private Path folder;

  private boolean isSilent(Process process, Instant told, Duration later) throws Exception {
    Path log = Files.writeString(folder.resolve("trial.log"), "a line\n");
    Files.setLastModifiedTime(log, FileTime.from(told));
    return new Attempt(process, log, BEGUN).isSilent(LONGEST, BEGUN.plus(later));
  }

  @Test
  void whatHangsIsKnownByItsSilenceAndEndsWithAFault() throws Exception {
    Process hangs = new ProcessBuilder("sleep", "600").start();
    Instant told = BEGUN.plus(Duration.ofHours(1));
    assertFalse(isSilent(hangs, told, Duration.ofHours(3)));
    assertTrue(isSilent(hangs, told, Duration.ofHours(3).plusMillis(1)));
    Instant before = BEGUN.minus(Duration.ofDays(1));
    assertFalse(isSilent(hangs, before, LONGEST), "what an earlier one told");
    Attempt attempt = new Attempt(hangs, folder.resolve("trial.log"), BEGUN);
    attempt.stop();
    hangs.waitFor();
    assertTrue(attempt.isFault());
    assertEquals("its process ended with 143: a line", attempt.end());
  }
}
