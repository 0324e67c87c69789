package dev.whetstone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * A process of its own that opens the database of a folder, and holds it until it is told to go.
 */
public final class Holder implements AutoCloseable {
  private static final int LIMIT_SECONDS = 120;

  private final Process process;
  private final BufferedReader said;

  private Holder(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Of the process itself: answers "ok" to each line, and ends with its input. */
  public static void main(String... arguments) throws Exception {
    DatabaseOptions options =
        CommandLine.populateCommand(new DatabaseOptions(), "--data", arguments[0]);
    try (Database database = Database.open(options)) {
      System.out.println("open");
      while (System.in.read() == '\n') {
        try (Connection connection = database.dataSource().getConnection()) {
          System.out.println(connection.isValid(5) ? "ok" : "not valid");
        }
      }
    }
  }

  public static Holder start(Path folder) throws IOException {
    return new Holder(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  public Holder untilOpen() throws IOException {
    awaitLine("open");
    return this;
  }

  public void works() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    awaitLine("ok");
  }

  private void awaitLine(String wanted) throws IOException {
    String line = said.readLine();
    while (line != null
        && (line.startsWith("Starting") || line.startsWith("Unpacking") || line.startsWith("  ")))
      line = said.readLine();
    assertEquals(wanted, line);
  }

  public void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    assertEquals(0, exit());
  }

  /** SIGTERM; its input stays open. */
  public void terminate() throws InterruptedException {
    process.toHandle().destroy();
    assertEquals(143, exit());
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    exit();
  }

  private int exit() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("did not end");
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
