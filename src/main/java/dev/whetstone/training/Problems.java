package dev.whetstone.training;

import dev.whetstone.model.fit.Example;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of problems, by their words: case and spacing make no other problem. */
public final class Problems {
  private final Set<String> known;

  Problems(List<Example> examples) {
    known = examples.stream().map(Problems::words).collect(Collectors.toSet());
  }

  private static String words(Example example) {
    return words(example.problem());
  }

  /** What is the same for the same problem. */
  public static String words(String problem) {
    return problem.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  List<Example> without(List<Example> examples) {
    return examples.stream().filter(example -> !known.contains(words(example))).toList();
  }
}
