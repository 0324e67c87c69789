package dev.whetstone.model.equation;

import java.util.List;
import java.util.Set;

/** Tells the letters that are no variables: an x that multiplies, an article, a unit. */
final class Times {
  private static final Set<String> UNITS =
      Set.of("cm", "mm", "km", "ft", "in", "kg", "mg", "ml", "lb", "oz", "mi", "hr", "sq", "ways");

  private Times() {}

  /** Whether the x at {@code at} stands between two factors, the right one in digits. */
  static boolean isMeant(String text, int at, List<Lexeme> before) {
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') next++;
    if (next == text.length() || before.isEmpty()) return false;
    char c = text.charAt(next);
    boolean spaced = next > at + 1 && text.charAt(at - 1) == ' ';
    boolean number = (c >= '0' && c <= '9') || c == '$' || c == '.';
    return (number || (c == '(' && spaced)) && isFactor(before.getLast(), spaced);
  }

  private static boolean isFactor(Lexeme lexeme, boolean spaced) {
    return switch (lexeme.kind()) {
      case NUMBER, PERCENT, CLOSE -> true;
      case WORD, EDGE -> spaced;
      default -> false;
    };
  }

  /** Whether the letter at {@code at} of plain text is a word: a, A, I among other words. */
  static boolean isArticle(String text, int at) {
    char c = text.charAt(at);
    if (c != 'a' && c != 'A' && c != 'I') return false;
    boolean word =
        at + 2 < text.length()
            && text.charAt(at + 1) == ' '
            && Character.isLetter(text.charAt(at + 2));
    return word || text.startsWith("'", at + 1);
  }

  static boolean isUnit(String run) {
    return UNITS.contains(run);
  }
}
