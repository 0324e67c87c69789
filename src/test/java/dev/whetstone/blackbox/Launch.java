package dev.whetstone.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How the packaged program is to be started.
 *
 * @param folder holds the log, and the data unless the arguments say otherwise
 * @param prefix what the command is run by, setpriv for one
 */
record Launch(
    Path folder,
    int port,
    Path curricula,
    List<String> arguments,
    Map<String, String> environment,
    List<String> prefix) {
  static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path JAR = HOME.resolve("target/quarkus-app/quarkus-run.jar");
  private static final int LIMIT_SECONDS = 120;

  /** The second compiler would cost a process that lives for seconds more than it gives. */
  static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  /** What a command said, and how it ended. */
  record Ended(int code, List<String> lines) {}

  /** With a free port, and a data folder of its own whose database has been started before. */
  static Launch fresh() {
    Launch launch = in(temporary("whetstone-it"));
    PreparedData.copyTo(launch.data());
    return launch;
  }

  static Launch in(Path folder) {
    return new Launch(
        folder, freePort(), HOME.resolve("curricula"), List.of(), Map.of(), List.of());
  }

  static Path temporary(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Launch port(int other) {
    return new Launch(folder, other, curricula, arguments, environment, prefix);
  }

  Launch curricula(Path other) {
    return new Launch(folder, port, other, arguments, environment, prefix);
  }

  Launch with(String... more) {
    return new Launch(folder, port, curricula, List.of(more), environment, prefix);
  }

  Launch environment(Map<String, String> other) {
    return new Launch(folder, port, curricula, arguments, other, prefix);
  }

  Launch by(String... other) {
    return new Launch(folder, port, curricula, arguments, environment, List.of(other));
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  /** Beyond the ports that the system gives to outgoing connections, so that it stays free. */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(18_000, 32_000);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
  }

  /** The process, its output appended to the log. */
  Process process() {
    ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().keySet().removeIf(Launch::isOurs);
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command that is to end by itself. */
  Ended toItsEnd() throws IOException, InterruptedException {
    Files.deleteIfExists(log());
    Process process = process();
    if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
      return new Ended(process.exitValue(), Files.readAllLines(log()));
    process.destroy();
    throw new AssertionError("did not end: " + Files.readString(log()));
  }

  private static boolean isOurs(String variable) {
    return Stream.of("WHETSTONE_", "QUARKUS_").anyMatch(variable::startsWith);
  }

  /** As the launcher script has it, but for {@link #SHORT_LIVED}. */
  private List<String> command() {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", SHORT_LIVED));
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-Dwhetstone.home=" + HOME, "-jar", JAR.toString(), "serve"));
    options().forEach((option, value) -> command.addAll(List.of(option, value)));
    command.addAll(arguments);
    return command;
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--port", Integer.toString(port));
    options.put("--curricula", curricula.toString());
    if (!arguments.contains("--jdbc-url") && !arguments.contains("--data"))
      options.put("--data", data().toString());
    return options;
  }
}
