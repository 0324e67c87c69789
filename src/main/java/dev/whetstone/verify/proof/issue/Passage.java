package dev.whetstone.verify.proof.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text in which quotes are found as readers would: whatever white space and marks they have. */
final class Passage {
  private static final int MOST = 16;
  private static final String ENDS = ".,;";

  private final String text;
  private final StringBuilder folded = new StringBuilder();
  private int[] offsets;

  Passage(String text) {
    this.text = text;
    offsets = new int[text.length()];
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1))
      append(Folding.of(text.codePointAt(i)), i);
  }

  private void append(String part, int offset) {
    int length = folded.length() + part.length();
    if (length > offsets.length) offsets = Arrays.copyOf(offsets, 2 * length);
    Arrays.fill(offsets, folded.length(), length, offset);
    folded.append(part);
  }

  /** Whether nothing of it can be sought. */
  static boolean isNothing(String quote) {
    return fold(quote).isEmpty();
  }

  /** A part of the text, from start to end (exclusive). */
  record Span(int start, int end) {}

  /**
   * Where it stands, the first 16 places; offsets of the text as it was given. Linear in the text
   * whatever is sought (Knuth, Morris, Pratt 1977).
   */
  List<Span> find(String quote) {
    String sought = fold(quote);
    List<Span> spans = new ArrayList<>();
    if (sought.isEmpty()) return spans;
    int[] borders = borders(sought);
    int matched = 0;
    for (int i = 0; i < folded.length() && spans.size() < MOST; i++) {
      matched = next(sought, borders, matched, folded.charAt(i));
      if (matched == sought.length())
        spans.add(new Span(offsets[i + 1 - matched], text.offsetByCodePoints(offsets[i], 1)));
    }
    return spans;
  }

  /** For each beginning of a text, how long its longest part is that both begins and ends it. */
  private static int[] borders(String sought) {
    int[] borders = new int[sought.length() + 1];
    for (int i = 1; i < sought.length(); i++)
      borders[i + 1] = next(sought, borders, borders[i], sought.charAt(i));
    return borders;
  }

  /** How much is matched after one more character. */
  private static int next(String sought, int[] borders, int matched, char c) {
    int length = matched;
    if (length == sought.length()) length = borders[length];
    while (length > 0 && sought.charAt(length) != c) length = borders[length];
    return sought.charAt(length) == c ? length + 1 : length;
  }

  /** A quote ends where its writer's sentence does, which is no part of what it quotes. */
  private static String fold(String quote) {
    StringBuilder all = new Passage(quote).folded;
    int end = all.length();
    while (end > 0 && ENDS.indexOf(all.charAt(end - 1)) >= 0) end--;
    return all.substring(0, end);
  }
}
