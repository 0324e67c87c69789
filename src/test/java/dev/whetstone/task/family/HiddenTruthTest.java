package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static dev.whetstone.task.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HiddenTruthTest extends GameContract {
  @Override
  TaskFamily family() {
    return new HiddenTruth();
  }

  private static KnowledgeBook book(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return KnowledgeBook.draw(4 + 2 * random.nextInt(3), 6, 25 + 5 * random.nextInt(6), random);
  }

  /** Whether some player needs no more tests, whatever the truth is: all ways, without a table. */
  private static boolean suffices(KnowledgeBook book, List<Integer> left, int tests) {
    if (left.size() <= 1) return true;
    if (tests == 0) return false;
    for (int test = 0; test < book.tests().size(); test++) {
      int made = test;
      if (left.stream()
          .collect(Collectors.partitioningBy(truth -> book.shows(made, truth)))
          .values()
          .stream()
          .allMatch(part -> suffices(book, part, tests - 1))) return true;
    }
    return false;
  }

  @Test
  void theOptimumIsThatOfAllWaysOfPlaying() {
    for (int seed = 0; seed < 40; seed++) {
      KnowledgeBook book = book(seed);
      List<Integer> all = IntStream.range(0, book.truths().size()).boxed().toList();
      int worst = new FewestTests(book).worst();
      assertTrue(suffices(book, all, worst) && !suffices(book, all, worst - 1), book::toString);
    }
  }

  @Test
  void optimalPlayNeedsTheOptimumForSomeTruthAndMoreForNone() {
    for (int seed = 0; seed < 100; seed++) {
      KnowledgeBook book = book(seed);
      FewestTests fewest = new FewestTests(book);
      long most = 0;
      for (int truth = 0; truth < book.truths().size(); truth++)
        most = Math.max(most, fewest.play(truth).lines().count() - 1);
      assertEquals(fewest.worst(), most, book::toString);
    }
  }

  /** No guess is paid, though it be true. */
  @Test
  void aConclusionThatTheTestsDoNotProveIsWrong() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "guess", i);
      List<String> calls = task.answer().lines().toList();
      assertEquals(WRONG, task.check().grade(calls.getLast()));
      List<String> fewer = new ArrayList<>(calls);
      fewer.remove(calls.size() - 2);
      assertEquals(WRONG, task.check().grade(String.join("\n", fewer)));
    }
  }

  @Test
  void testsThatTellNothingCostEconomy() {
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "detour", i);
      String test = task.answer().lines().findFirst().orElseThrow();
      String detour = (test + "\n").repeat(6) + task.answer();
      assertEquals(RIGHT, task.check().grade(detour));
      assertTrue(economy(task, detour) < 1);
      assertTrue(economy(task, test + "\n" + detour) < economy(task, detour));
    }
  }
}
