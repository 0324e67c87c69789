package dev.whetstone.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A real PostgreSQL of our own in a persistent folder: unpacked and initialised at the first start,
 * locked against a second server, durable, reached over loopback with a password.
 */
final class LocalPostgres implements AutoCloseable {
  static final String USER = "whetstone";
  private static final int START_ATTEMPTS = 5;

  private final Path folder;
  private final PostgresBinaries binaries;
  private final FileChannel lock;
  private final int port;
  private boolean closed;

  private LocalPostgres(Path folder, PostgresBinaries binaries, FileChannel lock, int port) {
    this.folder = folder;
    this.binaries = binaries;
    this.lock = lock;
    this.port = port;
  }

  /**
   * @throws IOException with one line that says what is wrong and what to do
   */
  static LocalPostgres start(Path folder) throws IOException {
    FileChannel lock = lock(folder);
    try {
      PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder);
      LocalPostgres postgres = new LocalPostgres(folder, binaries, lock, freePort());
      System.out.println("Starting the database in " + folder + " ...");
      postgres.initialise();
      postgres.stopOrphan();
      postgres.startServer();
      return postgres;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + passwordFile(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    try {
      binaries.run("pg_ctl", "-D", data().toString(), "-m", "fast", "-w", "-t", "60", "stop");
      lock.close();
    } catch (IOException e) {
      System.err.println("whetstone: PostgreSQL did not stop cleanly: " + e.getMessage());
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    if (folder.toString().contains("$"))
      throw new IOException("PostgreSQL takes no data folder with a $ in its name: " + folder);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.tryLock();
      if (held != null) return channel;
      channel.close();
    } catch (IOException e) {
      throw new IOException("cannot use data folder " + folder + " (" + e.getMessage() + ")", e);
    }
    throw new DataFolderInUse(folder);
  }

  /** A folder is complete or not there: initdb works beside it, then it is renamed. */
  private void initialise() throws IOException {
    if (Files.exists(data().resolve("PG_VERSION"))) return;
    System.out.println("  initialising it, this once ...");
    Path fresh = folder.resolve("pgdata.new");
    Trees.delete(fresh);
    writePassword();
    binaries.run(
        "initdb",
        "-D",
        fresh.toString(),
        "-U",
        USER,
        "-E",
        "UTF8",
        "--locale=C",
        "-A",
        "scram-sha-256",
        "--pwfile=" + passwordFile());
    Files.move(fresh, data());
  }

  private void writePassword() throws IOException {
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), UUID.randomUUID().toString());
    binaries.own(passwordFile());
  }

  /** We hold the lock, so a database that still runs here has lost its server (it was killed). */
  private void stopOrphan() {
    if (!Files.exists(data().resolve("postmaster.pid"))) return;
    try {
      binaries.run("pg_ctl", "-D", data().toString(), "-m", "fast", "-w", "-t", "60", "stop");
    } catch (IOException e) {
      // Nothing ran any more: only its pid file was left, which the start takes over.
    }
  }

  /** The last processes of a PostgreSQL that was killed take a moment to go. */
  private void startServer() throws IOException {
    for (int attempt = 1; attempt < START_ATTEMPTS; attempt++) {
      try {
        startOnce();
        return;
      } catch (IOException e) {
        sleep();
      }
    }
    startOnce();
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the start was interrupted", e);
    }
  }

  private void startOnce() throws IOException {
    List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=64MB",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_min_messages=warning")) options.addAll(List.of("-c", setting));
    binaries.run(
        "pg_ctl",
        "-D",
        data().toString(),
        "-l",
        folder.resolve("postgres.log").toString(),
        "-o",
        String.join(" ", options),
        "-w",
        "-t",
        "60",
        "start");
  }

  private Path data() {
    return folder.resolve("pgdata");
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
