package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped while its engine computes goes as it should. */
class StopIT {
  private static final int CLIENTS = 2;
  private static final Map<String, Object> ITEM =
      Map.of("problem", "one plus two", "steps", List.of("one plus two is three"));

  @TempDir private Path models;
  private final AtomicInteger read = new AtomicInteger();

  @Test
  void sigtermWhileTheEngineComputesBreaksNothing() throws Exception {
    TinyModels.write(models, 1, Kind.SLOW);
    Launch launch = ModelFoldersIT.launch(models);
    try (PackagedServer server = PackagedServer.start(launch.environment(hasty(launch)))) {
      List<Thread> clients =
          Stream.generate(() -> Thread.ofPlatform().start(() -> work(server.door())))
              .limit(CLIENTS)
              .toList();
      for (int i = 0; i < 1_500 && read.get() == 0; i++) Thread.sleep(20);
      assertTrue(read.get() > 0, "there was no load");
      Thread.sleep(ThreadLocalRandom.current().nextInt(300));
      server.stop();
      for (Thread client : clients) client.join();
      assertEquals(List.of(), crashes(launch.folder()));
    }
  }

  /** It does not wait for requests to be answered, so that the engine is at work. */
  private static Map<String, String> hasty(Launch launch) {
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "PT0.1S");
    environment.put("WHETSTONE_MODEL_GRACE", "PT0.01S");
    environment.put("WHETSTONE_MODEL_BATCH_TOKENS", "1");
    Path crashes = launch.folder().resolve("hs_err_%p.log");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:ErrorFile=" + crashes);
    return environment;
  }

  /** Until the server is no longer there, or says that it is going. */
  private void work(Door door) {
    Map<String, Object> batch = Map.of("items", Collections.nCopies(16, ITEM));
    try {
      while (door.post("/api/v1/verifications", batch).status() == 200) read.incrementAndGet();
    } catch (UncheckedIOException gone) {
      // It went while it was asked.
    }
  }

  private static List<Path> crashes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("hs_err")).toList();
    }
  }
}
