package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GcdTest extends FamilyContract {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern DIVISION =
      Pattern.compile(
          "(\\d+) = (\\d+) \\* (\\d+) \\+ (\\d+), so gcd\\((\\d+), (\\d+)\\) ="
              + " (?:gcd\\((\\d+), (\\d+)\\)|(\\d+))");

  @Override
  TaskFamily family() {
    return new Gcd();
  }

  /** Tries every divisor of the first number. */
  @Override
  String solve(String question) {
    List<Long> numbers = numbers(question);
    long best = 1;
    for (long d = 1; d * d <= numbers.getFirst(); d++)
      if (numbers.getFirst() % d == 0)
        best =
            Math.max(best, Math.max(common(d, numbers), common(numbers.getFirst() / d, numbers)));
    return Long.toString(best);
  }

  private static long common(long divisor, List<Long> numbers) {
    return numbers.stream().allMatch(number -> number % divisor == 0) ? divisor : 1;
  }

  private static List<Long> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> Long.valueOf(found.group())).toList();
  }

  @Test
  void noNumberGivenIsTheAnswerAndNoneCanBeLeftOut() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "needed", i);
      List<Long> numbers = numbers(task.question());
      for (long number : numbers)
        assertNotEquals(Grade.RIGHT, task.check().grade(Long.toString(number)));
      long gcd = Long.parseLong(task.answer());
      assertTrue(numbers.size() == 2 || oneIsApart(numbers, gcd), task.question());
    }
  }

  private static boolean oneIsApart(List<Long> numbers, long gcd) {
    return numbers.stream().filter(n -> n % (2 * gcd) != 0).count() == 1
        || numbers.stream().filter(n -> n % (3 * gcd) != 0).count() == 1;
  }

  @Test
  void divisionsHoldUntilTheFirstError() {
    for (int i = 0; i < 150; i++) {
      Worked worked = task(anyLevels(i), "steps", i).worked().orElseThrow();
      List<String> steps = Solution.right(worked).steps();
      for (int step = 0; step + 1 < steps.size(); step++) {
        assertTrue(holds(steps.get(step)), steps.get(step));
        for (Flaw flaw : worked.flaws(step)) {
          String broken =
              Solution.broken(worked, step, flaw, new SplittableRandom(i)).steps().get(step);
          assertTrue(!holds(broken), flaw + ": " + broken);
        }
      }
    }
  }

  /** Whether the division is one of the pair named, its equation true and its conclusion too. */
  private static boolean holds(String step) {
    Matcher m = DIVISION.matcher(step);
    if (!m.matches()) return false;
    long dividend = Long.parseLong(m.group(1));
    long divisor = Long.parseLong(m.group(3));
    long left = gcd(m.group(5), m.group(6));
    long right = m.group(9) == null ? gcd(m.group(7), m.group(8)) : Long.parseLong(m.group(9));
    return dividend == Long.parseLong(m.group(2)) * divisor + Long.parseLong(m.group(4))
        && m.group(1).equals(m.group(5))
        && m.group(3).equals(m.group(6))
        && left == right;
  }

  private static long gcd(String a, String b) {
    return new BigInteger(a).gcd(new BigInteger(b)).longValueExact();
  }

  @Test
  void theAnswerIsSpreadEvenly() {
    List<Task> tasks = tasks(corners().getFirst(), 1_000);
    assertEquals(25, tasks.stream().map(Task::answer).distinct().count());
  }
}
