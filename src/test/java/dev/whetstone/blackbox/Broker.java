package dev.whetstone.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Kafka broker as a process of its own, with its own folder and port. */
final class Broker implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final String CLUSTER = "d2hldHN0b25lLXRlc3QtMQ";

  private final Path folder;
  private final int port;
  private final Thread lastResort = new Thread(this::kill);
  private Process process;

  private Broker(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Does not wait until it answers. */
  static Broker start() {
    Broker broker = new Broker(Launch.temporary("whetstone-broker"), Launch.freePort());
    try {
      broker.format();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broker.restart();
    return broker;
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** The same again, with what it has kept. */
  void restart() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            Launch.SHORT_LIVED,
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-cp",
            System.getProperty("java.class.path"),
            "kafka.Kafka",
            folder.resolve("server.properties").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Broker untilItAnswers() throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline)
        throw new AssertionError("the broker did not start:\n" + log());
      Thread.sleep(50);
    }
    return this;
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(lastResort);
    kill();
    PackagedServer.delete(folder);
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("broker.log"));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  private void format() throws IOException {
    int controller = Launch.freePort();
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.write(
        data.resolve("meta.properties"),
        List.of("version=1", "cluster.id=" + CLUSTER, "node.id=1"));
    Files.write(
        folder.resolve("server.properties"),
        List.of(
            "process.roles=broker,controller",
            "node.id=1",
            "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
            "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
            "controller.listener.names=CONTROLLER",
            "controller.quorum.voters=1@127.0.0.1:" + controller,
            "log.dirs=" + data,
            "num.partitions=3",
            "offsets.topic.num.partitions=1",
            "offsets.topic.replication.factor=1",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "group.initial.rebalance.delay.ms=0"));
  }
}
