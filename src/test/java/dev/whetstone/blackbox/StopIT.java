package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped while its engine computes goes as it should, however often. */
class StopIT {
  private static final int STOPS = 4;
  private static final int CLIENTS = 4;
  private static final Map<String, Object> ITEM =
      Map.of("problem", "one plus two", "steps", List.of("one plus two is three"));

  @TempDir private Path models;
  private final AtomicInteger read = new AtomicInteger();
  private volatile boolean stopped;

  @Test
  void sigtermWhileTheEngineComputesBreaksNothing() throws Exception {
    TinyModels.write(models, 1, Kind.SLOW);
    Launch launch = ModelFoldersIT.launch(models);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("WHETSTONE_MODEL_GRACE", "PT0.01S");
    environment.put("WHETSTONE_MODEL_BATCH_TOKENS", "1");
    Path crashes = launch.folder().resolve("hs_err_%p.log");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:ErrorFile=" + crashes);
    try (PackagedServer server = PackagedServer.start(launch.environment(environment))) {
      for (int stop = 1; stop <= STOPS; stop++) {
        underLoad(server);
        assertEquals(List.of(), crashes(launch.folder()));
        if (stop < STOPS) server.restart();
      }
    }
    assertTrue(read.get() > STOPS, "there was no load: " + read);
  }

  private void underLoad(PackagedServer server) throws InterruptedException {
    stopped = false;
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++)
      clients.add(Thread.ofPlatform().start(() -> work(server.door())));
    Thread.sleep(ThreadLocalRandom.current().nextInt(100, 1_000));
    server.stop();
    stopped = true;
    for (Thread client : clients) client.join();
  }

  private void work(Door door) {
    while (!stopped) {
      try {
        Reply reply =
            door.post("/api/v1/verifications", Map.of("items", Collections.nCopies(16, ITEM)));
        if (reply.status() == 200) read.incrementAndGet();
      } catch (UncheckedIOException gone) {
        return;
      }
    }
  }

  private static List<Path> crashes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("hs_err")).toList();
    }
  }
}
