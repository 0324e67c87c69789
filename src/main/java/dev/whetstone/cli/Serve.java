package dev.whetstone.cli;

import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.curriculum.file.CurriculumErrors;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: the server, with its own PostgreSQL unless one is named. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves tasks and rewards until it is stopped (Ctrl-C or SIGTERM).",
    footer = {
      "",
      "Every setting can also come from the environment, for example"
          + " WHETSTONE_DATA=/var/lib/whetstone,",
      "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD for an external database.",
      "",
      "Example: ./whetstone serve --port 9090 --jdbc-url jdbc:postgresql://db/whetstone"
    })
final class Serve implements Callable<Integer> {
  @Option(
      names = "--host",
      defaultValue = "${env:QUARKUS_HTTP_HOST:-127.0.0.1}",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  String host;

  @Option(
      names = "--port",
      defaultValue = "${env:QUARKUS_HTTP_PORT:-8080}",
      description = "port to listen on (default: ${DEFAULT-VALUE})")
  int port;

  @Mixin DatabaseOptions database;

  @Option(
      names = "--broker",
      defaultValue = "${sys:whetstone.stream.broker:-${env:WHETSTONE_STREAM_BROKER}}",
      description = "Kafka to publish events to, host:port (default: none)")
  String broker;

  @Mixin CurriculaFolder curricula;

  /**
   * More than a stop takes with the defaults: requests 10 s (quarkus.shutdown.timeout), then what
   * waits for a model 5 s and its last batch or load 30 s (whetstone.model.grace, .last-batch).
   */
  @Option(
      names = "--drain",
      defaultValue = "${env:WHETSTONE_DRAIN:-PT60S}",
      description =
          "what a stop takes at most until the embedded database is stopped too (default:"
              + " ${DEFAULT-VALUE})")
  Duration drain;

  /** The curriculum that the first steps name. */
  private static final String SHOWN = "whetstone.shown-curriculum";

  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public Integer call() {
    try {
      if (drain.isNegative()) throw new IOException("--drain is PT0S or more, not " + drain);
      requireFreePort();
      Set<String> names = Curricula.read(curricula.path()).keySet();
      if (names.isEmpty()) throw new IOException("no curriculum in " + curricula.path());
      set(SHOWN, names.contains("default") ? "default" : names.iterator().next());
      set("quarkus.http.host", host);
      set("quarkus.http.port", Integer.toString(port));
      set("whetstone.curricula", curricula.path().toString());
      if (broker != null && !broker.isBlank()) publishTo(broker);
      return database.external().isPresent() ? serveExternal() : serveEmbedded();
    } catch (CurriculumErrors e) {
      System.err.println("whetstone: the curricula have faults:\n" + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("whetstone: " + e.getMessage());
    }
    return 1;
  }

  private static void publishTo(String broker) {
    set("whetstone.stream.broker", broker);
    set("mp.messaging.outgoing.events.enabled", "true");
  }

  private int serveExternal() {
    set("quarkus.datasource.jdbc.url", database.external().orElseThrow());
    return serve();
  }

  private int serveEmbedded() throws IOException {
    Path folder = database.folder();
    try (FolderLock server = FolderLock.in(folder, "serving.lock")) {
      if (!server.tryAlone()) throw DataFolderInUse.byServer(folder);
      try (PostgresUse use = PostgresUse.begin(folder)) {
        stopLastOnSignal(use);
        set("quarkus.datasource.jdbc.url", use.postgres().jdbcUrl());
        set(PostgresLiveness.FOLDER, folder.toString());
        set("quarkus.datasource.username", LocalPostgres.USER);
        set("quarkus.datasource.password", use.postgres().password());
        return serve();
      }
    }
  }

  private int serve() {
    int[] code = {0};
    try {
      Quarkus.run(
          Application.class,
          (exit, failure) -> {
            code[0] = exit;
            if (failure != null) System.err.println("whetstone: cannot serve: " + cause(failure));
          });
    } finally {
      stopped.countDown();
    }
    return code[0];
  }

  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
  }

  /** On a signal the server drains in one hook; the database may only stop after it. */
  private void stopLastOnSignal(PostgresUse postgres) {
    Thread hook =
        new Thread(
            () -> {
              try {
                if (!stopped.await(drain.toMillis(), TimeUnit.MILLISECONDS))
                  System.err.println(
                      "whetstone: still busy after " + drain.toSeconds() + " s, stopping");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              postgres.close();
            },
            "stop-postgres");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void requireFreePort() throws IOException {
    if (port < 1 || port > 65_535) throw new IOException("--port lies between 1 and 65535");
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on " + host + ":" + port + " (" + e.getMessage() + "); try --port", e);
    }
  }

  private static void set(String name, String value) {
    System.setProperty(name, value);
  }

  /** Tells the newcomer what to do next once the server listens. */
  public static final class Application implements QuarkusApplication {
    @Override
    public int run(String... args) {
      String base =
          "http://"
              + System.getProperty("quarkus.http.host")
              + ":"
              + System.getProperty("quarkus.http.port");
      System.out.println(NextSteps.at(base, System.getProperty(SHOWN)));
      Quarkus.waitForExit();
      return 0;
    }
  }
}
