package dev.whetstone.model.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a problem gives the notes on its steps; of a long one, its beginning. */
final class Given {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
  private static final int MAX_LENGTH = 16_384;
  private static final int MAX_SENTENCES = 128;
  private static final int MAX_SENTENCE = 512;

  /**
   * A sentence of the problem.
   *
   * @param template of which only names are blanked
   * @param text in small letters
   */
  record Sentence(int index, Template template, String text) {}

  private final Vocabulary vocabulary;
  private final Template template;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<String> numbers;
  private final List<String> words;
  private final int frame;
  private final String longest;

  Given(String problem) {
    String text = problem.substring(0, Math.min(problem.length(), MAX_LENGTH));
    vocabulary = Vocabulary.of(text);
    template = Template.of(text, vocabulary);
    numbers = template.items().stream().map(Given::bare).toList();
    words = List.of(text.split("[^\\p{L}]+"));
    frame = text.substring(0, Math.max(0, text.indexOf(':'))).replaceAll("[0-9]+", "#").hashCode();
    longest =
        template.runs().stream()
            .map(Run::text)
            .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    for (String part : SENTENCE_END.split(text, -1))
      if (sentences.size() < MAX_SENTENCES) sentences.add(sentence(part));
  }

  private Sentence sentence(String part) {
    String start = part.substring(0, Math.min(MAX_SENTENCE, part.length()));
    return new Sentence(
        sentences.size(),
        Template.of(part, vocabulary.namesAlone()),
        start.toLowerCase(Locale.ROOT));
  }

  /** A number without its sign. */
  static String bare(String item) {
    return item.startsWith("-") ? item.substring(1) : item;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Template template() {
    return template;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** In its order, without signs. */
  List<String> numbers() {
    return numbers;
  }

  /** In its order. */
  List<String> words() {
    return words;
  }

  boolean has(String item) {
    return numbers.contains(bare(item));
  }

  /** Hash of what stands before its first colon, numbers blanked. */
  int frame() {
    return frame;
  }

  /** Its longest run. */
  String longest() {
    return longest;
  }

  /** Whether a text stands in one of its runs. */
  boolean holds(String text) {
    return template.runs().stream().anyMatch(run -> Rewritten.found(run.text(), text) >= 0);
  }
}
