package dev.whetstone.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A real PostgreSQL of our own in a persistent folder: unpacked and initialised at the first start,
 * durable, reached over loopback with a password. Who calls this has the folder to itself.
 */
final class LocalPostgres {
  static final String USER = "whetstone";
  private static final int START_ATTEMPTS = 5;

  private final Path folder;
  private final PostgresBinaries binaries;

  private LocalPostgres(Path folder, PostgresBinaries binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  /**
   * One that still runs here has lost all its users, and is stopped first.
   *
   * @throws IOException with one line that says what is wrong and what to do
   */
  static RunningPostgres start(Path folder) throws IOException {
    stopOrphan(folder);
    LocalPostgres postgres = new LocalPostgres(folder, PostgresBinaries.unpackedIn(folder));
    System.out.println("Starting the database in " + folder + " ...");
    postgres.initialise();
    postgres.startServer();
    return RunningPostgres.in(folder)
        .orElseThrow(() -> new IOException("the database in " + folder + " went at once"));
  }

  /**
   * Whatever else has got its pid is left alone.
   *
   * @throws IOException if it did not stop
   */
  static void stop(Path folder) throws IOException {
    Optional<Postmaster> found = Postmaster.of(data(folder));
    if (found.isEmpty()) return;
    if (found.get().isPostgres()) stopServer(folder);
    else found.get().forget();
  }

  /** Whether the process that its pid file names is there, and a PostgreSQL on this data. */
  static boolean isAlive(Path folder) {
    return Postmaster.of(data(folder)).filter(Postmaster::isPostgres).isPresent();
  }

  private static void stopServer(Path folder) throws IOException {
    PostgresBinaries.in(folder)
        .run("pg_ctl", "-D", data(folder).toString(), "-m", "fast", "-w", "-t", "60", "stop");
  }

  private static void stopOrphan(Path folder) {
    try {
      stop(folder);
    } catch (IOException e) {
      // It may have gone meanwhile; if not, the start says so.
    }
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
    List<String> options = new ArrayList<>(List.of("-p", Integer.toString(freePort())));
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
    return data(folder);
  }

  private static Path data(Path folder) {
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
