package dev.whetstone.curriculum.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a misspelt one was meant to be, by Levenshtein distance. */
final class Nearest {
  private static final int MAX_LENGTH = 64;

  private Nearest() {}

  /** Empty where even the nearest differs in more than a third of its letters. */
  static Optional<String> to(String name, Collection<String> known) {
    if (name.length() > MAX_LENGTH) return Optional.empty();
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(near -> distance(name, near) <= Math.max(1, near.length() / 3));
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) row[j] = j;
    for (int i = 1; i <= one.length(); i++) row = next(row, i, one.charAt(i - 1), other);
    return row[other.length()];
  }

  private static int[] next(int[] above, int i, char letter, String other) {
    int[] row = new int[above.length];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int replaced = above[j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
    }
    return row;
  }
}
