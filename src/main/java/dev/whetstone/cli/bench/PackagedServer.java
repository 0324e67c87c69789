package dev.whetstone.cli.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as the launcher starts it, on a free port with fresh data. */
public final class PackagedServer implements Target {
  private static final int START_SECONDS = 90;
  private static final int STOP_SECONDS = 60;

  private final URI base;
  private final Path folder;
  private final Process process;

  private PackagedServer(URI base, Path folder, Process process) {
    this.base = base;
    this.folder = folder;
    this.process = process;
  }

  /**
   * Returns once it is ready.
   *
   * @param folder for its data and its log; not deleted here
   * @throws IOException with the end of its log, if it does not start
   */
  public static PackagedServer start(Path folder, Path curricula) throws IOException {
    int port = freePort();
    PackagedServer server =
        new PackagedServer(
            URI.create("http://127.0.0.1:" + port), folder, launch(folder, curricula, port));
    try {
      server.awaitReady();
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static Process launch(Path folder, Path curricula, int port) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-jar", jar().toString(), "serve", "--port", Integer.toString(port)));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--curricula", curricula.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(PackagedServer::configures);
    return builder.redirectOutput(log(folder).toFile()).start();
  }

  /** Its own defaults are measured, and somebody's database is left alone. */
  private static boolean configures(String variable) {
    return variable.startsWith("QUARKUS_") || variable.startsWith("WHETSTONE_");
  }

  /**
   * The packaged program: of the launcher's home, else the one that runs now.
   *
   * @throws IOException if it is in neither
   */
  static Path jar() throws IOException {
    String home = System.getProperty("whetstone.home");
    Path launched = Path.of(home == null ? "." : home, "target", "quarkus-app");
    for (Path app : List.of(launched, running())) {
      Path jar = app.resolve("quarkus-run.jar");
      if (Files.exists(jar)) return jar;
    }
    throw new IOException("the packaged program is not there; build it: ./whetstone --version");
  }

  /** This class lies in {@code quarkus-app/app/whetstone.jar}. */
  private static Path running() throws IOException {
    try {
      var source = PackagedServer.class.getProtectionDomain().getCodeSource();
      if (source == null) return Path.of(".");
      return Path.of(source.getLocation().toURI()).resolve("../..").normalize();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("cannot tell where this program lies", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (isReady()) return;
      pause();
    }
    List<String> lines = Files.readAllLines(log(folder));
    String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    throw new IOException("the server did not start; the end of its log:\n" + end);
  }

  private boolean isReady() {
    try {
      HttpURLConnection probe =
          (HttpURLConnection) base.resolve("/q/health/ready").toURL().openConnection();
      probe.setConnectTimeout(1_000);
      probe.setReadTimeout(5_000);
      return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  @Override
  public URI base() {
    return base;
  }

  @Override
  public Cost cost() {
    return new Cost(
        Processes.cpuSeconds(process.pid()),
        postmaster() < 0 ? Double.NaN : Processes.cpuSecondsWithChildren(postmaster()));
  }

  private long postmaster() {
    try (var lines = Files.lines(folder.resolve("data/pgdata/postmaster.pid"))) {
      return lines.findFirst().map(line -> Long.parseLong(line.strip())).orElse(-1L);
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public double peakMegabytes() {
    return Processes.peakMegabytes(process.pid());
  }

  /** Its database stops with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
