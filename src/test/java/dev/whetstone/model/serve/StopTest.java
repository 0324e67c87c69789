package dev.whetstone.model.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is told to go while its engine computes waits for the engine, and goes. */
@Timeout(120)
class StopTest {
  private static final int SIGTERM_EXIT = 143;
  private static final Duration GRACE = Duration.ofMillis(10);
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration BATCH = Duration.ofSeconds(30);
  private static final Derivation DERIVATION =
      new Derivation("one plus two", List.of("one plus two is three"));

  /** Each derivation goes alone, so that many wait behind the one in hand. */
  private static final Limits LIMITS = new Limits(16, 10_000, 1, LIFE, Duration.ZERO, 1_000, 10);

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws Exception {
    TinyModels.write(folder, 1, Kind.SLOW);
  }

  @RepeatedTest(5)
  void sigtermWhileTheEngineComputesBreaksNothing() throws Exception {
    Path log = folder.resolve("stop.log");
    Process process = start(log);
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("busy", said.readLine(), () -> text(log));
      Thread.sleep(ThreadLocalRandom.current().nextInt(100));
      process.toHandle().destroy();
      assertEquals("closed", said.readLine(), () -> text(log));
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
      assertEquals(SIGTERM_EXIT, process.exitValue(), () -> text(log));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            StopTest.class.getName(),
            folder.resolve(TinyModels.NAME).resolve("1").toString())
        .redirectError(log.toFile())
        .start();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the process itself: its engine is never idle until it is told to go. */
  public static void main(String... arguments) throws Exception {
    Path model = Path.of(arguments[0]);
    Scorer scorer = Loader.load(model, Cards.read(model), Placement.parse("cpu"));
    Hosted hosted = new Hosted(scorer, LIMITS, new SimpleMeterRegistry());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(hosted)));
    hosted.submit(DERIVATION).join();
    Deadline end = Deadline.in(LIFE);
    for (boolean told = false; !end.hasPassed(); Thread.sleep(1)) {
      var unused = hosted.submit(DERIVATION);
      if (!told) System.out.println("busy");
      told = true;
    }
  }

  private static void close(Hosted hosted) {
    hosted.close(GRACE, BATCH);
    System.out.println("closed");
  }
}
