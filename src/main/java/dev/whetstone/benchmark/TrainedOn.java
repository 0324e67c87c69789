package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Generated;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a judge was trained on, as far as it says.
 *
 * @param sources in the words of its card; empty where it says nothing
 */
public record TrainedOn(List<String> sources) {
  /** A judge that says nothing. */
  public static final TrainedOn UNSAID = new TrainedOn(List.of());

  /** How sources end that tell of families without their names. */
  private static final List<String> UNNAMED = List.of("task families", "outcomes");

  public TrainedOn {
    sources = List.copyOf(sources);
  }

  /**
   * Whether a set, or the family that a generated set is of, is named; empty where the sources tell
   * of families without their names, or where there are none.
   */
  public Optional<Boolean> names(String set) {
    boolean family = set.startsWith(Generated.SETS);
    String name = family ? set.substring(Generated.SETS.length()) : set;
    Pattern alone = Pattern.compile("(?<![\\w./-])" + Pattern.quote(name) + "(?![\\w./-])");
    if (sources.stream().anyMatch(source -> alone.matcher(source).find())) return Optional.of(true);
    boolean unnamed =
        sources.stream().anyMatch(source -> UNNAMED.stream().anyMatch(source::endsWith));
    boolean silent = sources.isEmpty() || (family && unnamed);
    return silent ? Optional.empty() : Optional.of(false);
  }
}
