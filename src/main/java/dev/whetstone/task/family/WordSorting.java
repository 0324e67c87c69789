package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
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
  private static final String CONSONANTS = "bdhjklmnprstvz";
  private static final String VOWELS = "aeiou";
  // With a few letters that no word has, so that a misread word need not be another of the list.
  private static final String MISREAD = VOWELS + CONSONANTS + "cfg";
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
    Sorting sorting = new Sorting(words, ascending);
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
        (long) words.size() * bits(words.size()) * levels.value(LENGTH),
        Optional.of(sorting));
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
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

  /** The words of the answer; where it is one word without a mark, those of the last lines. */
  private static List<String> said(String completion, List<String> sorted) {
    Optional<Answer> answer = Answer.in(completion);
    List<String> said = answer.map(a -> split(a.text())).orElse(List.of());
    return said.size() == 1 && !answer.orElseThrow().marked()
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

  /** A bottom-up merge sort. */
  private record Sorting(List<String> words, boolean ascending) implements Worked {
    Comparator<String> order() {
      return ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    @Override
    public Draft write(Slip slip) {
      List<String> steps = new ArrayList<>();
      Deque<List<String>> runs = new ArrayDeque<>();
      for (String word : words) runs.add(List.of(word));
      for (int i = 0; runs.size() > 1; i++) {
        List<String> left = runs.remove();
        List<String> right = operand(runs.remove(), slip, i);
        List<String> merged = miscopied(merge(left, right, rule(slip, i)), slip, i);
        steps.add("Merge " + left + " and " + right + ": " + merged);
        runs.add(merged);
      }
      return new Draft(steps, String.join(", ", runs.remove()));
    }

    private Comparator<String> rule(Slip slip, int step) {
      return slip.hits(step, Flaw.WRONG_RULE) ? order().reversed() : order();
    }

    private static List<String> merge(
        List<String> left, List<String> right, Comparator<String> order) {
      List<String> merged = new ArrayList<>();
      int l = 0;
      for (String next : right) {
        while (l < left.size() && order.compare(left.get(l), next) < 0) merged.add(left.get(l++));
        merged.add(next);
      }
      merged.addAll(left.subList(l, left.size()));
      return merged;
    }

    /** One word misread in its last letter, if this step is to be wrong so. */
    private List<String> operand(List<String> run, Slip slip, int step) {
      if (!slip.hits(step, Flaw.WRONG_OPERAND)) return run;
      List<String> misread = new ArrayList<>(run);
      int at = slip.random().nextInt(run.size());
      while (words.contains(misread.get(at))) misread.set(at, misread(run.get(at), slip.random()));
      return misread;
    }

    private static String misread(String word, RandomGenerator random) {
      char letter = MISREAD.charAt(random.nextInt(MISREAD.length()));
      return word.substring(0, word.length() - 1) + letter;
    }

    /** Two neighbours swapped, or a word lost, if this step is to be wrong so. */
    private static List<String> miscopied(List<String> merged, Slip slip, int step) {
      if (slip.hits(step, Flaw.SKIPPED_CASE)) merged.remove(slip.random().nextInt(merged.size()));
      if (!slip.hits(step, Flaw.WRONG_ARITHMETIC)) return merged;
      int at = slip.random().nextInt(merged.size() - 1);
      Collections.swap(merged, at, at + 1);
      return merged;
    }

    @Override
    public Set<Flaw> flaws(int step) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.SKIPPED_CASE);
      // Of two single words, the wrong rule is the same as the two swapped.
      if (step >= words.size() / 2) flaws.add(Flaw.WRONG_RULE);
      return flaws;
    }
  }
}
