package dev.whetstone.model.equation;

import java.util.List;
import java.util.Map;

/** What the signs mean that are neither letters, digits nor commands. */
final class Symbols {
  private record Sign(String sign, Kind kind, String text) {}

  /** Longer ones first. */
  private static final List<Sign> LONG =
      List.of(
          new Sign("...", Kind.OPAQUE, "..."),
          new Sign("=>", Kind.BREAK, "=>"),
          new Sign("->", Kind.BREAK, "->"),
          new Sign("--", Kind.BREAK, "--"),
          new Sign("##", Kind.BREAK, "##"),
          new Sign("==", Kind.RELATION, "="),
          new Sign("<=", Kind.RELATION, "≤"),
          new Sign(">=", Kind.RELATION, "≥"),
          new Sign("!=", Kind.RELATION, "≠"),
          new Sign("+/-", Kind.OPAQUE, "±"),
          new Sign(":=", Kind.OPAQUE, ":="));

  private static final Map<Character, Kind> SINGLE =
      Map.ofEntries(
          Map.entry('+', Kind.PLUS),
          Map.entry('-', Kind.MINUS),
          Map.entry('\u2212', Kind.MINUS),
          Map.entry('\u2013', Kind.MINUS),
          Map.entry('*', Kind.TIMES),
          Map.entry('\u00d7', Kind.TIMES),
          Map.entry('\u00b7', Kind.TIMES),
          Map.entry('\u22c5', Kind.TIMES),
          Map.entry('/', Kind.OVER),
          Map.entry('\u00f7', Kind.OVER),
          Map.entry('^', Kind.POWER),
          Map.entry('%', Kind.PERCENT),
          Map.entry('(', Kind.OPEN),
          Map.entry('[', Kind.OPEN),
          Map.entry('{', Kind.OPEN),
          Map.entry(')', Kind.CLOSE),
          Map.entry(']', Kind.CLOSE),
          Map.entry('}', Kind.CLOSE),
          Map.entry('|', Kind.BAR),
          Map.entry('\u221a', Kind.ROOT),
          Map.entry('\u03c0', Kind.NAME),
          Map.entry('\u03b8', Kind.NAME),
          Map.entry('=', Kind.RELATION),
          Map.entry('<', Kind.RELATION),
          Map.entry('>', Kind.RELATION),
          Map.entry('\u2264', Kind.RELATION),
          Map.entry('\u2265', Kind.RELATION),
          Map.entry('\u2260', Kind.RELATION),
          Map.entry('\u2248', Kind.RELATION),
          Map.entry('\u2261', Kind.RELATION));

  private static final List<String> DEGREES =
      List.of("^\\circ", "^{\\circ}", "^ \\circ", "^{\\,\\circ}", "\u00b0", "\u20ac", "\u00a3");
  private static final String PUNCTUATION = ".,;?\"\u201c\u201d\u2018\u2014#\u2022`~:";

  private Symbols() {}

  /** Length of the sign for degrees or money at {@code at}, which changes no number; 0 if none. */
  static int degree(String text, int at) {
    for (String sign : DEGREES) if (text.startsWith(sign, at)) return sign.length();
    return 0;
  }

  static Lexeme read(String text, int at, Lexeme before, boolean math) {
    char c = text.charAt(at);
    if (text.startsWith("**", at)) return stars(text, at);
    for (Sign sign : LONG)
      if (text.startsWith(sign.sign, at))
        return Lexeme.of(sign.kind, at, at + sign.sign.length(), sign.text);
    return Lexeme.of(kind(text, at, c, before, math), at, at + 1, spelling(c));
  }

  private static String spelling(char c) {
    return switch (c) {
      case '\u03c0' -> "\\pi";
      case '\u03b8' -> "\\theta";
      default -> String.valueOf(c);
    };
  }

  /** A power between two operands; emphasis elsewhere. */
  private static Lexeme stars(String text, int at) {
    boolean power =
        at > 0
            && at + 2 < text.length()
            && isOperand(text.charAt(at - 1), ')')
            && isOperand(text.charAt(at + 2), '(');
    return Lexeme.of(power ? Kind.POWER : Kind.BREAK, at, at + 2, "^");
  }

  private static boolean isOperand(char c, char bracket) {
    return Character.isLetterOrDigit(c) || c == bracket;
  }

  private static Kind kind(String text, int at, char c, Lexeme before, boolean math) {
    return switch (c) {
      case '!' -> touches(before, at) ? Kind.FACTORIAL : Kind.BREAK;
      case ':' -> isRatio(text, at, before) ? Kind.OPAQUE : Kind.BREAK;
      case '~' -> math ? Kind.BREAK : Kind.ABOUT;
      case '\'', '\u2019' -> math && touches(before, at) ? Kind.OPAQUE : Kind.BREAK;
      case '*' -> before == null || before.is(Kind.LINE) ? Kind.BREAK : Kind.TIMES;
      default -> SINGLE.getOrDefault(c, PUNCTUATION.indexOf(c) >= 0 ? Kind.BREAK : Kind.OPAQUE);
    };
  }

  private static boolean touches(Lexeme before, int at) {
    return before != null && before.end() == at && before.kind().endsOperand();
  }

  private static boolean isRatio(String text, int at, Lexeme before) {
    int next = at + 1;
    boolean spaced = text.startsWith(" ", at - 1);
    if (spaced) while (next < text.length() && text.charAt(next) == ' ') next++;
    return before != null
        && before.kind().endsOperand()
        && next < text.length()
        && !Character.isWhitespace(text.charAt(next));
  }
}
