package dev.whetstone.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one of several options from a line. */
final class Choices {
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}']++");

  private Choices() {}

  static Optional<String> read(String line, List<String> options) {
    if (line.length() > 1_000) return Optional.empty();
    String words = words(line);
    List<String> named = options.stream().filter(o -> words.contains(words(o))).toList();
    if (named.size() != 1) return Optional.empty();
    String rest = words.replace(words(named.getFirst()), " ");
    return Denials.in(rest) ? Optional.empty() : Optional.of(named.getFirst());
  }

  private static String words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return " " + WORD_BREAK.matcher(plain).replaceAll(" ").strip() + " ";
  }
}
