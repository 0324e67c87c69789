package dev.whetstone.model.wide.template;

import java.util.List;

/**
 * Numbers and signs that no word parts.
 *
 * @param text without blanks
 * @param items its numbers and words: those in square brackets, and the problem's moves
 * @param shape hash of its signs, its numbers blanked; one for all that are long
 * @param before what parts it from the run before: {@code =}, {@code :}, {@code ;}, or {@code w}
 *     for words
 */
public record Run(String text, List<String> items, int shape, char before) {
  /** Whether each of its items has a place of its own in a template. */
  public boolean isShort() {
    return items.size() <= 4;
  }
}
