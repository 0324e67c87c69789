package dev.whetstone.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What one program makes of the PostgreSQL of a data folder: the first to use it starts it, the
 * last stops it. Whoever uses it shares a lock, so one that is killed is no longer counted.
 */
final class PostgresUse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
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
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        Optional<PostgresUse> begun = tryBegin(folder, users);
        if (begun.isPresent()) return begun.get();
        if (System.nanoTime() > deadline) throw DataFolderInUse.unanswered(folder);
        pause();
      }
    } catch (IOException | RuntimeException e) {
      users.close();
      throw e;
    }
  }

  private static Optional<PostgresUse> tryBegin(Path folder, FolderLock users) throws IOException {
    try (FolderLock turn = FolderLock.in(folder, "turn.lock")) {
      if (!turn.tryAlone()) return Optional.empty();
      if (users.tryAlone()) return Optional.of(started(folder, users));
      return users.tryShared() ? joined(folder, users) : Optional.empty();
    }
  }

  private static PostgresUse started(Path folder, FolderLock users) throws IOException {
    FileChannel pipe = PostgresKeeper.hold(folder);
    try {
      RunningPostgres postgres = LocalPostgres.start(folder);
      PostgresKeeper.watch(folder, postgres.pid());
      if (!users.tryShared()) throw DataFolderInUse.unanswered(folder);
      return new PostgresUse(folder, users, pipe, postgres);
    } catch (IOException | RuntimeException e) {
      pipe.close();
      throw e;
    }
  }

  private static Optional<PostgresUse> joined(Path folder, FolderLock users) throws IOException {
    Optional<RunningPostgres> postgres =
        RunningPostgres.in(folder).filter(RunningPostgres::answers);
    if (postgres.isPresent())
      return Optional.of(
          new PostgresUse(folder, users, PostgresKeeper.hold(folder), postgres.get()));
    users.release();
    return Optional.empty();
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
      await(turn);
      if (users.tryAlone()) LocalPostgres.stop(folder);
    } catch (IOException e) {
      System.err.println("whetstone: PostgreSQL did not stop cleanly: " + e.getMessage());
    }
  }

  private static void await(FolderLock turn) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!turn.tryAlone()) {
      if (System.nanoTime() > deadline)
        throw new IOException("another program has been starting or stopping it for too long");
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
