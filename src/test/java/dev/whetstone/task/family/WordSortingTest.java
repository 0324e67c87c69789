package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static dev.whetstone.task.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordSortingTest extends FamilyContract {
  @Override
  TaskFamily family() {
    return new WordSorting();
  }

  /** Puts each word at the place that the number of words before it gives. */
  @Override
  String solve(String question) {
    List<String> words = given(question);
    String[] places = new String[words.size()];
    for (String word : words)
      places[(int) words.stream().filter(w -> before(w, word)).count()] = word;
    List<String> sorted = Arrays.asList(places);
    return String.join(" ", question.contains("descending") ? sorted.reversed() : sorted);
  }

  private static boolean before(String word, String other) {
    int i = 0;
    while (i < word.length() && word.charAt(i) == other.charAt(i)) i++;
    return i < word.length() && word.charAt(i) < other.charAt(i);
  }

  @Test
  void anyListingIsRight() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 20)) {
        List<String> gold = Arrays.asList(task.answer().split(", ", -1));
        String lines = String.join("\n", gold);
        StringBuilder numbered = new StringBuilder("The words in order:\n");
        for (int i = 0; i < gold.size(); i++)
          numbered.append(i + 1).append(". ").append(gold.get(i)).append('\n');
        List<String> listings =
            List.of(
                lines,
                "Sorted:\n\n" + lines + "\n",
                "<answer>\n" + lines + "\n</answer>",
                numbered.toString(),
                "- " + String.join("\n- ", gold),
                "[\"" + String.join("\", \"", gold) + "\"]",
                "Sorted words: " + String.join(" -> ", gold));
        for (String listing : listings)
          assertEquals(RIGHT, task.check().grade(listing), () -> listing);
        assertNotEquals(RIGHT, task.check().grade("It is not this:\n" + lines));
        assertNotEquals(RIGHT, task.check().grade("not\n" + lines));
      }
  }

  @Test
  void everyWordMustBeThereOnceAndInOrder() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 20)) {
        List<String> gold = Arrays.asList(task.answer().split(", ", -1));
        assertEquals(WRONG, task.check().grade(String.join(", ", gold.reversed())));
        assertEquals(WRONG, task.check().grade(String.join(", ", gold.subList(1, gold.size()))));
        assertEquals(WRONG, task.check().grade(task.answer() + ", " + gold.getLast()));
      }
  }

  @Test
  void longerWordsBeginMoreAlikeAndNoneRepeats() {
    Control length = family().controls().get(1);
    double before = 0;
    for (int level = 0; level <= length.top(); level++) {
      Levels levels = Levels.highest(family().controls()).with(length, level);
      List<Task> tasks = tasks(levels, 20);
      double now = tasks.stream().mapToInt(t -> shared(t.answer())).average().orElseThrow();
      assertTrue(now > before, now + " shared letters at level " + level);
      before = now;
    }
  }

  @Test
  void everyStepIsTrueAndTheBrokenOneIsNot() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 3)) WorkedContract.verifySteps(task, WordSortingTest::holds);
  }

  private static boolean holds(String step, String question) {
    List<List<String>> lists =
        Pattern.compile("\\[([^]]*)]")
            .matcher(step)
            .results()
            .map(list -> List.of(list.group(1).split(", ", -1)))
            .toList();
    List<String> both = new ArrayList<>(lists.get(0));
    both.addAll(lists.get(1));
    Comparator<String> order = Comparator.naturalOrder();
    both.sort(question.contains("descending") ? order.reversed() : order);
    return given(question).containsAll(both)
        && Set.copyOf(both).size() == both.size()
        && both.equals(lists.get(2));
  }

  private static int shared(String answer) {
    List<String> words = Arrays.asList(answer.split(", ", -1));
    assertEquals(words.size(), new HashSet<>(words).size());
    int shared = 0;
    for (int i = 0; i + 1 < words.size(); i++) shared += prefix(words.get(i), words.get(i + 1));
    return shared;
  }

  private static int prefix(String a, String b) {
    int i = 0;
    while (a.charAt(i) == b.charAt(i)) i++;
    return i;
  }

  private static List<String> given(String question) {
    String line = question.lines().findFirst().orElseThrow();
    return Arrays.asList(line.substring(line.indexOf(": ") + 2).split(", ", -1));
  }
}
