package dev.whetstone.api;

/** Texts as the database can hold them. */
public final class Text {
  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /**
   * NUL characters and lone surrogates, which no UTF-8 text column holds, become U+FFFD: once, at
   * the door, so that what is judged, hashed and stored is one text.
   */
  public static String storable(String text) {
    for (int i = 0; i < text.length(); i++) if (isUnstorable(text, i)) return replaced(text);
    return text;
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++)
      clean.append(isUnstorable(text, i) ? REPLACEMENT : text.charAt(i));
    return clean.toString();
  }

  private static boolean isUnstorable(String text, int i) {
    char c = text.charAt(i);
    if (c == 0) return true;
    if (Character.isHighSurrogate(c))
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
