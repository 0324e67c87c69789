package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.Worked;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** A right solution leads to the gold answer; a broken one departs from it at the step it names. */
final class WorkedContract {
  private WorkedContract() {}

  static void verify(Task task, Worked worked, long seed) {
    Solution right = Solution.right(worked);
    assertEquals(Grade.RIGHT, task.check().grade(right.text()), right::text);
    for (int step = 0; step < Math.min(right.steps().size(), 12); step++) {
      Set<Flaw> flaws = new TreeSet<>(worked.flaws(step));
      assertFalse(flaws.contains(Flaw.RIGHT_AFTER_WRONG));
      for (Flaw flaw : flaws) verifyBroken(worked, right, step, flaw, seed);
      if (flaws.stream().anyMatch(f -> f != Flaw.SKIPPED_CASE)) {
        Solution after = verifyBroken(worked, right, step, Flaw.RIGHT_AFTER_WRONG, seed);
        assertEquals(tail(right, step), tail(after, step));
        assertEquals(right.answer(), after.answer());
      }
    }
  }

  /**
   * Every right step is true, and every step broken on purpose is false.
   *
   * @param holds whether a step is true, judged from the question alone
   */
  static void verifySteps(Task task, BiPredicate<String, String> holds) {
    Worked worked = task.worked().orElseThrow();
    List<String> right = Solution.right(worked).steps();
    for (int i = 0; i < right.size(); i++) {
      assertTrue(holds.test(right.get(i), task.question()), right.get(i));
      for (Flaw flaw : worked.flaws(i)) {
        Solution broken = Solution.broken(worked, i, flaw, new SplittableRandom(i));
        assertFalse(holds.test(broken.steps().get(i), task.question()), broken::text);
      }
    }
  }

  private static Solution verifyBroken(
      Worked worked, Solution right, int step, Flaw flaw, long seed) {
    Solution broken = Solution.broken(worked, step, flaw, new SplittableRandom(seed));
    assertEquals(step, broken.firstError().orElseThrow());
    assertEquals(right.steps().subList(0, step), broken.steps().subList(0, step));
    assertTrue(broken.steps().size() > step, flaw + " leaves no step " + step);
    assertNotEquals(right.steps().get(step), broken.steps().get(step), flaw + " at " + step);
    return broken;
  }

  private static List<String> tail(Solution solution, int step) {
    return solution.steps().subList(step + 1, solution.steps().size());
  }
}
