package dev.whetstone.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A small process that outlives us and stops a PostgreSQL whose every user was killed. It waits at
 * a pipe that each user holds open, and that the system closes for who can no longer do so.
 */
final class PostgresKeeper {
  private static final String PIPE = "users.pipe";

  /**
   * Signals to a whole group of processes are not meant for it; the pid may be another's by now.
   */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM
      cat >/dev/null
      [ "$(head -n 1 pgdata/postmaster.pid)" = "$1" ] && [ "$(cat "/proc/$1/comm")" = postgres ] \
      && kill -INT "$1"
      """;

  private PostgresKeeper() {}

  /** Lets a keeper watch over this PostgreSQL; only while its pipe is held open by us. */
  static void watch(Path folder, long pid) throws IOException {
    new ProcessBuilder("sh", "-c", SCRIPT, "sh", Long.toString(pid))
        .directory(folder.toFile())
        .redirectInput(Redirect.from(folder.resolve(PIPE).toFile()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  /** Makes the keeper wait for as long as this is open. */
  static FileChannel hold(Path folder) throws IOException {
    Path pipe = folder.resolve(PIPE);
    // A backup that was restored may have made a plain file of it, which keeps nobody waiting.
    if (Files.isRegularFile(pipe)) Files.delete(pipe);
    if (!Files.exists(pipe)) make(pipe);
    // Opened for both, it does not wait for the other end.
    return FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void make(Path pipe) throws IOException {
    Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).start();
    try {
      if (mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0) return;
      throw new IOException("cannot make the pipe " + pipe);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
