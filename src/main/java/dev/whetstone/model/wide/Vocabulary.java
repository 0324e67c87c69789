package dev.whetstone.model.wide;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a problem that change with it, and are blanked in a template.
 *
 * @param names with a capital letter
 * @param words without one, in the singular
 */
record Vocabulary(Set<String> names, Set<String> words) {
  private static final int LEAST_LETTERS = 3;
  private static final Set<String> COMMON =
      Set.of(
          ("the and are was not nor all any some only each every none one two its this that these"
                  + " those who what which from into with without for has have had does did will"
                  + " may must can than then when where there their they them his her more most"
                  + " less least fewer before after last first next same other both but yes true"
                  + " false")
              .split(" "));

  /** Whether it is a word of the problem, in singular or plural. */
  boolean has(String word) {
    return words.contains(singular(word));
  }

  /** Of which only the names are blanked. */
  Vocabulary namesAlone() {
    return new Vocabulary(names, Set.of());
  }

  static Vocabulary of(String problem) {
    Vocabulary all = new Vocabulary(new HashSet<>(), new HashSet<>());
    int end;
    for (int at = 0; at < problem.length(); at = end) {
      end = at + 1;
      if (!Character.isLetter(problem.charAt(at))) continue;
      while (end < problem.length() && Character.isLetter(problem.charAt(end))) end++;
      all.add(problem.substring(at, end));
    }
    return all;
  }

  private void add(String word) {
    boolean name = Character.isUpperCase(word.charAt(0)) && word.length() > 1;
    if (name) names.add(word);
    else if (word.length() >= LEAST_LETTERS) words.add(singular(word));
  }

  /** A word as it stands in a template. */
  String blanked(String word) {
    if (names.contains(word)) return "N";
    String small = word.toLowerCase(Locale.ROOT);
    boolean own =
        small.length() >= LEAST_LETTERS
            && words.contains(singular(small))
            && !COMMON.contains(small);
    return own ? "W" : small;
  }

  static String singular(String word) {
    return word.endsWith("s") && word.length() > LEAST_LETTERS
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
