package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What each version of a client was seen to experience; with {@code
 * -Dwhetstone.conformance.record=true} what is seen now is written down instead.
 */
final class ConformanceGolden {
  private static final Path FOLDER = Launch.HOME.resolve("src/test/resources/conformance");
  private static final double SHARE = 0.3;
  private static final double SECONDS = 5;

  private ConformanceGolden() {}

  static void agrees(JsonNode run) {
    Path file = file(run);
    try {
      if (Boolean.getBoolean("whetstone.conformance.record")) write(file, run);
      JsonNode golden = Door.JSON.readTree(Files.readString(file));
      assertEquals(golden.path("version"), run.path("version"), file + " was of another version");
      for (Map.Entry<String, JsonNode> fault : golden.path("faults").properties())
        agrees(
            file + ": " + fault.getKey(),
            fault.getValue(),
            run.path("faults").path(fault.getKey()));
    } catch (IOException e) {
      throw new UncheckedIOException("record it first", e);
    }
  }

  private static void agrees(String where, JsonNode golden, JsonNode seen) {
    double seconds = golden.path("seconds").asDouble();
    boolean alone = golden.path("seconds").isNumber();
    assertAll(
        where,
        () -> assertEquals(isRewarded(golden), isRewarded(seen)),
        () -> assertEquals(alone ? golden.path("tries") : null, alone ? seen.path("tries") : null),
        () ->
            assertEquals(alone ? golden.path("result") : null, alone ? seen.path("result") : null),
        () -> assertEquals(seconds, seen.path("seconds").asDouble(), SECONDS + SHARE * seconds));
  }

  /** Of many at once it is a matter of chance which of them fails first, and how. */
  private static boolean isRewarded(JsonNode told) {
    return told.path("result").asText().equals("rewarded");
  }

  private static void write(Path file, JsonNode run) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(file, run.toPrettyString() + "\n");
  }

  private static Path file(JsonNode run) {
    String name = run.path("package").asText() + "-" + run.path("function").asText();
    return FOLDER.resolve(
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".json");
  }
}
