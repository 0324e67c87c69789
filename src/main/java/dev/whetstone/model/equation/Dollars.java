package dev.whetstone.model.equation;

import java.util.BitSet;

/** Tells the dollars that border mathematics from those that are money. */
final class Dollars {
  /** What cannot stand before the closing one: {@code $5 + $} is money. */
  private static final String UNFINISHED = "+-*/(<,";

  private Dollars() {}

  /** The places of the bordering ones, of both where they are doubled. */
  static BitSet borders(String text) {
    BitSet borders = new BitSet();
    int open = next(text, 0);
    while (open >= 0) {
      int width = text.startsWith("$$", open) ? 2 : 1;
      int close = next(text, open + width);
      if (close < 0) return borders;
      boolean border = width == 2 ? text.startsWith("$$", close) : closes(text, open, close);
      if (border) {
        borders.set(open, open + width);
        borders.set(close, close + width);
        close = next(text, close + width);
      }
      open = close;
    }
    return borders;
  }

  private static int next(String text, int from) {
    int at = text.indexOf('$', from);
    while (at > 0 && text.charAt(at - 1) == '\\') at = text.indexOf('$', at + 1);
    return at;
  }

  private static boolean closes(String text, int open, int close) {
    char first = text.charAt(open + 1);
    char last = text.charAt(close - 1);
    if (close == open + 1 || Character.isWhitespace(last) || UNFINISHED.indexOf(last) >= 0)
      return false;
    if (Character.isWhitespace(first) && first != '\n') return false;
    char after = close + 1 < text.length() ? text.charAt(close + 1) : ' ';
    return !Character.isDigit(after) && after != '<';
  }
}
