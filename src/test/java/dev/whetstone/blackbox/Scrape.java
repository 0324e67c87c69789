package dev.whetstone.blackbox;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus is told. */
record Scrape(List<Series> all) {
  private static final Pattern SAMPLE = Pattern.compile("([a-z_0-9]+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  /** One of its lines. */
  record Series(String name, Map<String, String> labels, double value) {
    private static Optional<Series> read(String line) {
      Matcher sample = SAMPLE.matcher(line);
      if (!sample.matches()) return Optional.empty();
      Map<String, String> labels = new TreeMap<>();
      String written = sample.group(2) == null ? "" : sample.group(2);
      for (MatchResult label : LABEL.matcher(written).results().toList())
        labels.put(label.group(1), label.group(2));
      return Optional.of(new Series(sample.group(1), labels, number(sample.group(3))));
    }

    private static double number(String text) {
      return Double.parseDouble(text.replace("+Inf", "Infinity"));
    }

    String id() {
      return name + labels;
    }

    private boolean has(Map<String, String> wanted) {
      return labels.entrySet().containsAll(wanted.entrySet());
    }
  }

  static Scrape of(Door door) {
    String text = door.get("/q/metrics").text();
    return new Scrape(text.lines().map(Series::read).flatMap(Optional::stream).toList());
  }

  /** The sum of all series of that name with these labels, whatever else they have. */
  double sum(String name, Map<String, String> labels) {
    return all.stream()
        .filter(s -> s.name.equals(name) && s.has(labels))
        .mapToDouble(Series::value)
        .sum();
  }

  Set<String> names() {
    return all.stream().map(Series::name).collect(toCollection(TreeSet::new));
  }

  Set<String> ids() {
    return all.stream().map(Series::id).collect(toCollection(TreeSet::new));
  }

  /** Every label that some series of that name has. */
  Set<String> labels(String name) {
    return all.stream()
        .filter(s -> s.name.equals(name))
        .flatMap(s -> s.labels.keySet().stream())
        .collect(toCollection(TreeSet::new));
  }
}
