package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged server as a process of its own, with its own data folder and port. */
final class PackagedServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final int SIGTERM_EXIT = 143;

  private final Launch launch;
  private final Door door;
  private final Thread lastResort = new Thread(this::release);
  private Process process;

  private PackagedServer(Launch launch) {
    this.launch = launch;
    this.door = new Door("http://127.0.0.1:" + launch.port());
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Returns once it is ready; else fails with the end of its log. */
  static PackagedServer start(Launch launch) {
    PackagedServer server = new PackagedServer(launch);
    try {
      server.restart();
      return server;
    } catch (AssertionError e) {
      server.close();
      throw e;
    }
  }

  /** Starts it again on the same data folder and port. */
  void restart() {
    restart(launch.environment());
  }

  /** The same in another environment. */
  void restart(Map<String, String> environment) {
    process = launch.environment(environment).process();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline)
        throw new AssertionError("the server did not start:\n" + logTail());
      pause();
    }
  }

  boolean isReady() {
    try {
      return door.get("/q/health/ready").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  Door door() {
    return door;
  }

  Launch launch() {
    return launch;
  }

  long pid() {
    return process.pid();
  }

  /** SIGKILL: nothing is drained, and its PostgreSQL is left behind. */
  void kill() {
    process.destroyForcibly();
    await(process.toHandle());
  }

  /** SIGTERM: it drains and goes, and its PostgreSQL with it. */
  void stop() {
    process.destroy();
    await(process.toHandle());
    assertTrue(List.of(0, SIGTERM_EXIT).contains(process.exitValue()), this::logTail);
    awaitNoPostgres();
  }

  /** What has ended may be listed for a moment longer. */
  private void awaitNoPostgres() {
    long deadline = System.nanoTime() + LINGER.toNanos();
    while (!postgresProcesses().isEmpty() && System.nanoTime() < deadline) pause();
    assertEquals(List.of(), postgresProcesses(), "PostgreSQL of a stopped server");
  }

  /** The process that PostgreSQL's own pid file names. */
  Optional<ProcessHandle> postgres() {
    return pidFile().map(List::getFirst).map(Long::valueOf).flatMap(ProcessHandle::of);
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + pidFile().orElseThrow().get(3).strip() + "/postgres";
  }

  String databasePassword() throws IOException {
    return Files.readString(launch.data().resolve("password")).strip();
  }

  /** Every PostgreSQL process that was started with this data folder. */
  List<String> postgresProcesses() {
    String data = launch.data().resolve("pgdata").toString();
    return ProcessHandle.allProcesses()
        .flatMap(handle -> handle.info().commandLine().stream())
        .filter(line -> line.contains("postgres") && line.contains(data))
        .toList();
  }

  String logTail() {
    try {
      List<String> lines = Files.readAllLines(launch.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(lastResort);
    release();
    delete(launch.folder());
  }

  private void release() {
    if (process == null) return;
    process.destroy();
    await(process.toHandle());
    postgres().ifPresent(PackagedServer::end);
  }

  private static void end(ProcessHandle orphan) {
    if (orphan.destroy()) await(orphan);
  }

  private static void await(ProcessHandle handle) {
    try {
      handle.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      handle.destroyForcibly();
      throw new AssertionError("still running after " + STOP_LIMIT, e);
    }
  }

  private Optional<List<String>> pidFile() {
    try {
      return Optional.of(Files.readAllLines(launch.data().resolve("pgdata/postmaster.pid")));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + folder + " (" + e + ")");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
