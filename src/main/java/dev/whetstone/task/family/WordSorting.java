package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Sort made-up words, many of which begin alike. */
public final class WordSorting implements TaskFamily {
  // Few enough letters that words of English, rude ones among them, are rare.
  static final String CONSONANTS = "bdhjklmnprstvz";
  static final String VOWELS = "aeiou";
  private static final Control WORDS =
      Control.of("num_words", "words to sort", 4, 5, 6, 8, 10, 15, 20, 25, 35, 50, 75, 100);
  private static final Control LENGTH =
      Control.of("word_length", "letters of each word", 3, 4, 5, 6, 8, 10, 12, 15);
  private static final Pattern LABEL =
      Pattern.compile(
          "^:?(?:(?:so |thus )?(?:the )?(?:sorted|ordered)(?: words| list| order)?(?: is|"
              + " are)?:?)?");
  private static final String BETWEEN = " \t\r\n,;|\"'[]*<>-\u2022\u2192";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}[.)]");
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|wrong|isn't|aren't)\\b");

  @Override
  public String name() {
    return "word_sorting";
  }

  @Override
  public Category category() {
    return Category.ALGORITHMIC;
  }

  @Override
  public String summary() {
    return "Sort made-up words, many of which begin alike.";
  }

  @Override
  public List<Control> controls() {
    return List.of(WORDS, LENGTH);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    List<String> words = words(levels.value(WORDS), levels.value(LENGTH), random);
    boolean ascending = random.nextBoolean();
    MergeSort sorting = new MergeSort(words, ascending);
    List<String> sorted = words.stream().sorted(sorting.order()).toList();
    return new Task(
        "Sort these words in "
            + (ascending
                ? "ascending ASCII order (a before z): "
                : "descending ASCII order (z before a): ")
            + String.join(", ", words)
            + "\nGive only the sorted words, separated by commas.",
        String.join(", ", sorted),
        completion -> grade(completion, sorted),
        "each of the " + words.size() + " words once, and no two neighbours out of order",
        words.size() * Digits.binary(words.size()) * levels.value(LENGTH),
        Optional.of(sorting));
  }

  private static List<String> words(int count, int length, RandomGenerator random) {
    Set<String> words = new LinkedHashSet<>();
    String last = "";
    while (words.size() < count) {
      String word = word(last.substring(0, random.nextInt(last.length() + 1)), length, random);
      if (words.add(word)) last = word;
    }
    return shuffled(words, random);
  }

  /** Consonants and vowels in turn after {@code beginning}. */
  private static String word(String beginning, int length, RandomGenerator random) {
    StringBuilder word = new StringBuilder(length).append(beginning);
    boolean vowel =
        beginning.isEmpty()
            ? random.nextBoolean()
            : VOWELS.indexOf(beginning.charAt(beginning.length() - 1)) < 0;
    for (; word.length() < length; vowel = !vowel) {
      String letters = vowel ? VOWELS : CONSONANTS;
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private static List<String> shuffled(Set<String> words, RandomGenerator random) {
    List<String> all = new ArrayList<>(words);
    for (int i = all.size() - 1; i > 0; i--) all.set(i, all.set(random.nextInt(i + 1), all.get(i)));
    return List.copyOf(all);
  }

  private static Grade grade(String completion, List<String> sorted) {
    List<String> said = said(completion, sorted);
    if (said.equals(sorted)) return Grade.RIGHT;
    return said.stream().limit(sorted.size()).anyMatch(sorted::contains)
        ? Grade.WRONG
        : Grade.UNREADABLE;
  }

  /** The words of the answer; where it is one word, and its ends are not marked, of the lines. */
  private static List<String> said(String completion, List<String> sorted) {
    Optional<Answer> answer = Answer.in(completion);
    List<String> said = answer.map(a -> split(a.text())).orElse(List.of());
    return said.size() == 1 && answer.orElseThrow().isOpen()
        ? lines(completion, sorted.size()).orElse(said)
        : said;
  }

  /** The words on the last lines, unless the line before them denies them. */
  private static Optional<List<String>> lines(String completion, int count) {
    return Answer.block(completion, count + 1)
            .filter(lines -> DENIAL.matcher(lines.getFirst().toLowerCase(Locale.ROOT)).find())
            .isPresent()
        ? Optional.empty()
        : Answer.block(completion, count).map(lines -> split(String.join("\n", lines)));
  }

  private static List<String> split(String text) {
    String plain = LABEL.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(plain, BETWEEN);
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      if (!word.equals("and") && !NUMBER.matcher(word).matches()) words.add(word);
    }
    return words;
  }
}
