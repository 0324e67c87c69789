package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Words sorted bottom-up: neighbouring runs are merged until one is left. */
record MergeSort(List<String> words, boolean ascending) implements Worked {
  // With a few letters that no word has, so that a misread word need not be another of the list.
  private static final String MISREAD = WordSorting.VOWELS + WordSorting.CONSONANTS + "cfg";

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
