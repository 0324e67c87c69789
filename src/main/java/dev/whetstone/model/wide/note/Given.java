package dev.whetstone.model.wide.note;

import dev.whetstone.model.wide.template.ProblemWords;
import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a problem gives the notes on its steps; of a long one, its beginning. */
final class Given {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern CLOSING = Pattern.compile("(?<=[.?!])\\s+|\\n");
  private static final int MAX_LENGTH = 16_384;
  private static final int MAX_SENTENCES = 128;
  private static final int MAX_SENTENCE = 512;

  /**
   * A sentence of the problem.
   *
   * @param template of which only names are blanked
   * @param names in it, each once
   * @param text in small letters
   */
  record Sentence(int index, Template template, Set<String> names, String text) {}

  private final int task;
  private final String text;
  private final ProblemWords problemWords;
  private final Template template;
  private final Pieces pieces;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<String> numbers;
  private final Set<String> distinctNumbers;
  private final List<String> words;
  private final Map<String, Integer> wordPlaces = new HashMap<>();
  private final int frame;
  private final String longest;

  Given(String problem) {
    text = problem.substring(0, Math.min(problem.length(), MAX_LENGTH));
    problemWords = ProblemWords.of(text);
    template = Template.of(text, problemWords);
    task = task(problem.strip(), problemWords);
    pieces = Pieces.of(text, problemWords);
    numbers = template.items().stream().map(Given::bare).toList();
    distinctNumbers = Set.copyOf(numbers);
    words = List.of(NO_LETTERS.split(text));
    for (int i = 0; i < words.size(); i++) wordPlaces.putIfAbsent(words.get(i), i);
    frame = frame(text.substring(0, Math.max(0, text.indexOf(':'))));
    longest =
        template.runs().stream()
            .map(Run::text)
            .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    for (String part : SENTENCE_END.split(text, -1))
      if (sentences.size() < MAX_SENTENCES) sentences.add(sentence(part));
  }

  private static int task(String problem, ProblemWords problemWords) {
    String end = problem.substring(Math.max(0, problem.length() - MAX_SENTENCE));
    String first = Pieces.END.split(problem, 2)[0];
    String last = List.of(CLOSING.split(end)).getLast();
    return NoteHashes.mix(Template.of(first, problemWords.namesAlone()).words(), frame(last));
  }

  private static int frame(String text) {
    return text.replaceAll("[0-9]+", "#").hashCode();
  }

  private Sentence sentence(String part) {
    Template blanked = Template.of(part, problemWords.namesAlone());
    String start = part.substring(0, Math.min(MAX_SENTENCE, part.length()));
    return new Sentence(
        sentences.size(), blanked, Set.copyOf(blanked.names()), start.toLowerCase(Locale.ROOT));
  }

  /** A number without its sign. */
  static String bare(String item) {
    return item.startsWith("-") ? item.substring(1) : item;
  }

  /**
   * Hash of the template of its first piece and of its last sentence: of one kind, they are alike.
   */
  int task() {
    return task;
  }

  /** Of a long one, the beginning. */
  String text() {
    return text;
  }

  ProblemWords problemWords() {
    return problemWords;
  }

  Template template() {
    return template;
  }

  Pieces pieces() {
    return pieces;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** In its order, without signs. */
  List<String> numbers() {
    return numbers;
  }

  boolean has(String item) {
    return distinctNumbers.contains(bare(item));
  }

  /** In its order. */
  List<String> words() {
    return words;
  }

  /** Place of a word among all, where it stands first; -1 for none. */
  int wordPlace(String word) {
    return wordPlaces.getOrDefault(word, -1);
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
