package dev.whetstone.verify.proof.issue;

import java.text.Normalizer;

/**
 * Makes characters one that readers take for the same: compatibility decomposition (Unicode NFKD),
 * one minus, one quotation mark, one slash; what nobody sees, white space and marks of emphasis and
 * of formulas are nothing.
 */
final class Folding {
  private static final int ASCII = 0x80;
  private static final String MARKS = "*_$`";
  private static final String MINUS = "\u2212";
  private static final String QUOTES = "\"'\u201a\u201e\u2032\u2035\u02bc";
  private static final String SLASHES = "\u2044\u2215";

  private Folding() {}

  /** What stands for that code point, mostly one char; each alone, so offsets can be kept. */
  static String of(int codePoint) {
    String plain = Character.toString(codePoint);
    if (codePoint >= ASCII) plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    plain.codePoints().filter(Folding::isSeen).map(Folding::one).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isSeen(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && MARKS.indexOf(c) < 0;
  }

  private static int one(int c) {
    if (SLASHES.indexOf(c) >= 0) return '/';
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> '"';
      default -> MINUS.indexOf(c) >= 0 ? '-' : QUOTES.indexOf(c) >= 0 ? '"' : c;
    };
  }
}
