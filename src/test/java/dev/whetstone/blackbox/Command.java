package dev.whetstone.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the packaged program as a process of its own. */
final class Command {
  private static final Path JAR = Launch.HOME.resolve("target/quarkus-app/quarkus-run.jar");
  private static final int LIMIT_MINUTES = 4;

  private final Path log;
  private final Process process;

  private Command(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  static Command start(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", Launch.SHORT_LIVED));
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-Dwhetstone.home=" + Launch.HOME, "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    return new Command(log, builder.start());
  }

  /** What it said, once it has ended well. */
  String succeeds() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("did not end: " + said());
    }
    if (process.exitValue() != 0) throw new AssertionError("failed: " + said());
    return said();
  }

  /** Waits until it has said this. */
  void says(String words) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
    while (!said().contains(words)) {
      if (!process.isAlive() || System.nanoTime() > deadline)
        throw new AssertionError("never said '" + words + "': " + said());
      Thread.sleep(20);
    }
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String said() throws IOException {
    return Files.readString(log);
  }
}
