package dev.whetstone.model.wide.template;

import java.util.List;

/**
 * A text with its numbers and names blanked, and what stood in the blanks.
 *
 * @param hash of the text so blanked
 * @param words hash of the text with every run blanked
 * @param runs in the text's order, the first ones
 * @param items of these runs, in order
 * @param names words with a capital letter, each as often as it stands there
 * @param said of each name: the text from behind it to the next stop
 * @param own the problem's own words, in the singular
 * @param leads of each of these: the word before it, other than an article
 */
public record Template(
    int hash,
    int words,
    List<Run> runs,
    List<String> items,
    List<String> names,
    List<String> said,
    List<String> own,
    List<String> leads) {
  private static final int MAX_LENGTH = 4_096;

  /** Whether all of a text is read. */
  public static boolean reads(String text) {
    return text.length() <= MAX_LENGTH;
  }

  /** The beginning of a long text stands for all of it. */
  public static Template of(String text, ProblemWords words) {
    String beginning = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    return new TemplateReader(beginning, words).read();
  }
}
