package dev.whetstone.training.retraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Worker}'s process.
 *
 * @param log where it tells what it does
 * @param begun when it was started: the log may be older
 */
record Attempt(Process process, Path log, Instant begun) {
  private static final int STOP_SECONDS = 5;
  private static final int MOST = 300;
  private static final int TAIL = 200; // lines, most of them a stack

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it has told nothing for longer than that. */
  boolean isSilent(Duration longest, Instant now) throws IOException {
    Instant told = Files.getLastModifiedTime(log).toInstant();
    Instant last = told.isAfter(begun) ? told : begun;
    return last.plus(longest).isBefore(now);
  }

  /** Whether it ended of itself with nothing left to do. */
  boolean isDone() {
    return process.exitValue() == 0;
  }

  /** Whether it ended as no worker means to. */
  boolean isFault() {
    return !isDone() && process.exitValue() != Worker.NOT_NOW;
  }

  /** How it ended, with the last it told but where, as a database's text can hold it. */
  String end() {
    String told =
        Work.tail(log, TAIL).reversed().stream()
            .filter(line -> !line.startsWith("\tat "))
            .findFirst()
            .orElse("it told nothing");
    return "its process ended with %d: %s".formatted(process.exitValue(), plain(told));
  }

  private static String plain(String line) {
    StringBuilder plain = new StringBuilder();
    line.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(MOST)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
  }
}
