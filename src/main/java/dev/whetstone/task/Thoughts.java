package dev.whetstone.task;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a model thinks before it speaks, in {@code <think>} and {@code </think>}. A thought that was
 * not opened began with the text, as where the prompt opens it; one that was not closed goes on to
 * the text's end.
 */
public final class Thoughts {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private Thoughts() {}

  /** The text without them, a line feed in the place of each; linear in the text. */
  static String without(String text) {
    if (text.indexOf(OPEN) < 0 && text.indexOf(CLOSE) < 0) return text;
    StringJoiner said = new StringJoiner("\n");
    int start = 0;
    for (int close; (close = text.indexOf(CLOSE, start)) >= 0; start = close + CLOSE.length()) {
      int open = text.indexOf(OPEN, start, close);
      if (open >= 0) said.add(text.substring(start, open));
    }
    int open = text.indexOf(OPEN, start);
    return said.add(text.substring(start, open < 0 ? text.length() : open)).toString();
  }

  /** One text of several messages; the thoughts of each begin and end with it. */
  public static String join(List<String> messages) {
    if (messages.size() == 1) return messages.getFirst();
    List<String> closed = new ArrayList<>();
    for (String message : messages) closed.add(closed(message));
    return String.join("\n", closed);
  }

  private static String closed(String message) {
    int open = message.indexOf(OPEN);
    int close = message.indexOf(CLOSE);
    boolean opensBefore = close >= 0 && (open < 0 || close < open);
    boolean goesOn = message.lastIndexOf(OPEN) > message.lastIndexOf(CLOSE);
    return (opensBefore ? OPEN : "") + message + (goesOn ? CLOSE : "");
  }
}
