package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.cli.Holder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A data folder whose database was unpacked and initialised once for all the tests that are not
 * about a first start, which takes several seconds of a processor.
 */
final class PreparedData {
  private static Path made;

  private PreparedData() {}

  /**
   * @param data is not there yet
   */
  static void copyTo(Path data) {
    try {
      run("cp", "-a", "--reflink=auto", made().toString(), data.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static synchronized Path made() throws IOException, InterruptedException {
    if (made == null) made = make();
    return made;
  }

  private static Path make() throws IOException, InterruptedException {
    Path folder = Launch.temporary("whetstone-prepared");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> PackagedServer.delete(folder)));
    Path data = folder.resolve("data");
    try (Holder first = Holder.start(data).untilOpen()) {
      first.end();
    }
    return data;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
