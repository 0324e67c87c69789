package dev.whetstone.task.solver;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives each word the place that is the number of words before it. */
final class SortingSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Sort these words in (ascending|descending) ASCII order \\([^()]{1,40}\\):"
              + " ([a-z]{1,40}(?:, [a-z]{1,40}){1,200})\\nGive only the sorted words, separated by"
              + " commas\\.");

  @Override
  public String way() {
    return "each word's place counted, where the family merges";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    List<String> words = Arrays.asList(asked.group(2).split(", ", -1));
    if (new HashSet<>(words).size() < words.size()) return Optional.empty();
    effort.take((long) words.size() * words.size());
    String[] places = new String[words.size()];
    for (String word : words)
      places[(int) words.stream().filter(w -> isBefore(w, word)).count()] = word;
    List<String> sorted = Arrays.asList(places);
    boolean descending = asked.group(1).equals("descending");
    String listed = String.join(",", descending ? sorted.reversed() : sorted);
    return Optional.of(Solved.text(listed, answer -> answer.replace(" ", "")));
  }

  private static boolean isBefore(String word, String other) {
    int i = 0;
    while (i < word.length() && i < other.length() && word.charAt(i) == other.charAt(i)) i++;
    if (i == other.length()) return false;
    return i == word.length() || word.charAt(i) < other.charAt(i);
  }
}
