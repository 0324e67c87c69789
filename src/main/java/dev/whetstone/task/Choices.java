package dev.whetstone.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one of several options from a line. */
final class Choices {
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}']++");
  private static final List<String> DENIALS =
      List.of(
          "not", "never", "neither", "nor", "or", "either", "cannot", "can't", "isn't", "except",
          "unlike", "unknown", "wrong", "maybe", "no");

  private Choices() {}

  static Optional<String> read(String line, List<String> options) {
    if (line.length() > 1_000) return Optional.empty();
    String words = words(line);
    List<String> named = options.stream().filter(o -> words.contains(words(o))).toList();
    if (named.size() != 1) return Optional.empty();
    String rest = words.replace(words(named.getFirst()), " ");
    return DENIALS.stream().anyMatch(d -> rest.contains(" " + d + " "))
        ? Optional.empty()
        : Optional.of(named.getFirst());
  }

  private static String words(String text) {
    return " " + WORD_BREAK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }
}
