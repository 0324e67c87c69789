package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clients did and experienced, as two tables in Markdown. */
final class ConformanceTable {
  private static final List<String> FAULTS =
      List.of(
          "one reset",
          "one 429",
          "one 503",
          "20 s away",
          "503 for ever",
          "400",
          "no answer",
          "64 at once",
          "64, every 3rd 503");

  private final List<String> conformance = new ArrayList<>();
  private final List<String> experience = new ArrayList<>();

  void ran(JsonNode run) {
    boolean agrees = run.path("failed").asInt(1) == 0;
    String result = agrees ? run.path("rewards").asInt() + " rewards, all right" : "**fails**";
    conformance.add(row(Stream.of(name(run), run.path("function").asText(), result)));
  }

  void notRun(String client, String reason) {
    conformance.add(row(Stream.of(client, "", "not run: " + reason)));
  }

  void experienced(JsonNode run) {
    experience.add(experience(run));
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!conformance.isEmpty()) lines.addAll(head(Stream.of("client", "function", "result")));
    lines.addAll(conformance);
    if (!experience.isEmpty()) lines.add("");
    if (!experience.isEmpty()) lines.addAll(head(Stream.concat(Stream.of("client"), faults())));
    lines.addAll(experience);
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  static Stream<String> faults() {
    return FAULTS.stream();
  }

  /** A client's row: for each fault the requests, the seconds, and what it came to in the end. */
  static String experience(JsonNode run) {
    String who = name(run) + ", " + run.path("function").asText();
    return row(
        Stream.concat(
            Stream.of(who), faults().map(run.path("faults")::path).map(ConformanceTable::told)));
  }

  private static String told(JsonNode fault) {
    String result = fault.path("result").asText();
    String end = result.equals("rewarded") ? "✓" : result;
    JsonNode seconds = fault.path("seconds");
    if (!seconds.isNumber()) return end;
    String passed =
        seconds.asDouble() < 1 ? "" : String.format(Locale.ROOT, ", %.0f s", seconds.asDouble());
    return end + " " + fault.path("tries").asText() + "×" + passed;
  }

  private static String name(JsonNode run) {
    return run.path("package").asText() + " " + run.path("version").asText();
  }

  private static List<String> head(Stream<String> cells) {
    List<String> names = cells.toList();
    return List.of(row(names.stream()), row(names.stream().map(name -> "---")));
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }
}
