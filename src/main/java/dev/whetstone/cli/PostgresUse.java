package dev.whetstone.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What one program makes of the PostgreSQL of a data folder: the first to use it starts it, the
 * last stops it. Whoever uses it shares a lock, so one that is killed is no longer counted; what
 * one that is killed while it starts leaves running is stopped by the next.
 */
final class PostgresUse implements AutoCloseable {
  /** For a database that does not answer, or a program that should have just stopped it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For another program, which may unpack and initialise it, or recover it from a crash. */
  private static final Duration TURN_PATIENCE = Duration.ofMinutes(5);

  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final FolderLock users;
  private final FileChannel pipe;
  private final RunningPostgres postgres;
  private boolean ended;

  private PostgresUse(Path folder, FolderLock users, FileChannel pipe, RunningPostgres postgres) {
    this.folder = folder;
    this.users = users;
    this.pipe = pipe;
    this.postgres = postgres;
  }

  /**
   * Waits where another program is just starting or stopping it.
   *
   * @throws IOException with one line that says what is wrong and what to do
   */
  static PostgresUse begin(Path folder) throws IOException {
    if (folder.toString().contains("$"))
      throw new IOException("PostgreSQL takes no data folder with a $ in its name: " + folder);
    FolderLock users = FolderLock.in(folder, "server.lock");
    try {
      long nanosLeft = PATIENCE.toNanos();
      while (nanosLeft > 0) {
        nanosLeft -= TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        try (FolderLock turn = FolderLock.in(folder, "turn.lock")) {
          await(turn, TURN_PATIENCE);
          long ours = System.nanoTime();
          Optional<PostgresUse> begun = tryBegin(folder, users);
          if (begun.isPresent()) return begun.get();
          nanosLeft -= System.nanoTime() - ours;
        }
        pause();
      }
      throw DataFolderInUse.unanswered(folder);
    } catch (IOException | RuntimeException e) {
      users.close();
      throw e;
    }
  }

  /** In our turn: the keeper waits for us from before we ask who else uses it. */
  private static Optional<PostgresUse> tryBegin(Path folder, FolderLock users) throws IOException {
    FileChannel pipe = PostgresKeeper.hold(folder);
    boolean begun = false;
    try {
      Optional<RunningPostgres> postgres = startOrJoin(folder, users);
      begun = postgres.isPresent();
      return postgres.map(running -> new PostgresUse(folder, users, pipe, running));
    } finally {
      if (!begun) pipe.close();
    }
  }

  private static Optional<RunningPostgres> startOrJoin(Path folder, FolderLock users)
      throws IOException {
    if (users.tryAlone()) return Optional.of(start(folder, users));
    return users.tryShared() ? join(folder, users) : Optional.empty();
  }

  private static RunningPostgres start(Path folder, FolderLock users) throws IOException {
    try {
      RunningPostgres postgres = LocalPostgres.start(folder);
      PostgresKeeper.watch(folder, postgres.pid());
      if (!users.tryShared()) throw DataFolderInUse.unanswered(folder);
      return postgres;
    } catch (IOException | RuntimeException e) {
      stopAfter(e, folder);
      throw e;
    }
  }

  private static void stopAfter(Exception failure, Path folder) {
    try {
      LocalPostgres.stop(folder);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static Optional<RunningPostgres> join(Path folder, FolderLock users) throws IOException {
    Optional<RunningPostgres> postgres =
        RunningPostgres.in(folder).filter(RunningPostgres::answers);
    if (postgres.isEmpty()) users.release();
    return postgres;
  }

  RunningPostgres postgres() {
    return postgres;
  }

  /** Stops it if nobody else uses it. */
  @Override
  public synchronized void close() {
    if (ended) return;
    ended = true;
    try (users;
        pipe;
        FolderLock turn = FolderLock.in(folder, "turn.lock")) {
      await(turn, PATIENCE);
      if (users.tryAlone()) LocalPostgres.stop(folder);
    } catch (IOException e) {
      System.err.println("whetstone: PostgreSQL did not stop cleanly: " + e.getMessage());
    }
  }

  private static void await(FolderLock turn, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!turn.tryAlone()) {
      if (System.nanoTime() > deadline)
        throw new IOException(
            "another program has been starting or stopping the database for too long");
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the database", e);
    }
  }
}
