package dev.whetstone.model.wide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words in lower case, single digits and signs; numbers as a whole beside them. */
record Words(List<String> texts, Set<String> numbers) {
  int size() {
    return texts.size();
  }

  static Words of(String text) {
    Words tokens = new Words(new ArrayList<>(), new HashSet<>());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); ) at = tokens.add(lower, at);
    return tokens;
  }

  /** What begins here, and returns where it ends. */
  private int add(String text, int at) {
    int end = at + 1;
    if (digit(text, at)) {
      boolean point = false;
      while (digit(text, end) || (!point && text.startsWith(".", end) && digit(text, end + 1))) {
        point |= text.charAt(end) == '.';
        end++;
      }
      numbers.add(text.substring(at, end));
      for (int i = at; i < end; i++) texts.add(text.substring(i, i + 1));
      return end;
    }
    boolean word = Character.isLetter(text.charAt(at));
    while (word && end < text.length() && Character.isLetter(text.charAt(end))) end++;
    if (!Character.isWhitespace(text.charAt(at))) texts.add(text.substring(at, end));
    return end;
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
