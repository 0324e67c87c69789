package dev.whetstone.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page's table of our own meters. */
final class MeterTable {
  private static final Path PAGE = Launch.HOME.resolve("src/site/markdown/metrics.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(whetstone_\\w+)` \\| (\\w+) \\|([^|]*)\\|");
  private static final Pattern TAG = Pattern.compile("`(\\w+)`");

  private MeterTable() {}

  /** The tags of each name that a scrape has. */
  static Map<String, Set<String>> read() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList())
      for (String suffix : suffixes(row.group(2))) table.put(row.group(1) + suffix, tags(row));
    return table;
  }

  private static Set<String> tags(MatchResult row) {
    Set<String> tags = new TreeSet<>();
    TAG.matcher(row.group(3)).results().forEach(tag -> tags.add(tag.group(1)));
    return tags;
  }

  private static List<String> suffixes(String type) {
    return switch (type) {
      case "timer", "summary" -> List.of("_count", "_sum", "_max");
      case "counter", "gauge" -> List.of("");
      default -> throw new AssertionError("no type of meter: " + type);
    };
  }
}
