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
import java.util.stream.Stream;

/**
 * What each version of a client was seen to experience; with {@code
 * -Dwhetstone.conformance.record=true} what is seen now is written down instead.
 */
final class ConformanceGolden {
  private static final Path FOLDER = Launch.HOME.resolve("src/test/resources/conformance");
  private static final double SHARE = 0.3;
  private static final double SECONDS = 5;

  private ConformanceGolden() {}

  static Stream<JsonNode> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(ConformanceGolden::read).toList().stream();
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Door.JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("record it first", e);
    }
  }

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
    boolean alone = golden.path("seconds").isNumber();
    assertAll(
        where,
        () -> assertEquals(isRewarded(golden), isRewarded(seen)),
        () ->
            assertEquals(alone ? golden.path("result") : null, alone ? seen.path("result") : null),
        () -> agrees(alone, "tries", 1, golden, seen),
        () -> agrees(alone, "seconds", SECONDS, golden, seen));
  }

  private static void agrees(
      boolean alone, String figure, double slack, JsonNode golden, JsonNode seen) {
    double wanted = golden.path(figure).asDouble();
    if (alone) assertEquals(wanted, seen.path(figure).asDouble(), slack + SHARE * wanted, figure);
  }

  /** Of many at once it is a matter of chance which of them fails first, and how. */
  private static boolean isRewarded(JsonNode told) {
    return told.path("result").asText().equals("rewarded");
  }

  private static void write(Path file, JsonNode run) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file, run.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(JsonNode run) {
    String name = run.path("package").asText() + "-" + run.path("function").asText();
    return FOLDER.resolve(
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".json");
  }
}
