package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class FractionSimplificationTest extends FamilyContract {
  private static final Pattern FRACTION = Pattern.compile("(\\d+)(?:/|\\}\\{)(\\d+)");

  @Override
  TaskFamily family() {
    return new FractionSimplification();
  }

  /** Strikes out every common factor, trying all from two upwards. */
  @Override
  String solve(String question) {
    Matcher given = FRACTION.matcher(question);
    assertTrue(given.find());
    long top = Long.parseLong(given.group(1));
    long bottom = Long.parseLong(given.group(2));
    for (long d = 2; d <= Math.min(top, bottom); d++)
      for (; top % d == 0 && bottom % d == 0; bottom /= d) top /= d;
    return top + "/" + bottom;
  }

  @Test
  void anEqualFractionInHigherTermsIsWrong() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "higher", i);
      String[] lowest = task.answer().split("/", -1);
      for (int by : new int[] {2, 3, 10}) {
        String top = new BigInteger(lowest[0]).multiply(BigInteger.valueOf(by)).toString();
        String bottom = new BigInteger(lowest[1]).multiply(BigInteger.valueOf(by)).toString();
        assertEquals(Grade.WRONG, task.check().grade(top + "/" + bottom));
        assertEquals(Grade.WRONG, task.check().grade("\\frac{" + top + "}{" + bottom + "}"));
      }
      assertEquals(
          Grade.RIGHT, task.check().grade("$\\dfrac{" + lowest[0] + "}{" + lowest[1] + "}$"));
    }
  }

  @Test
  void fractionsStayEqualUntilTheFirstError() {
    for (int i = 0; i < 150; i++) {
      Worked worked = task(anyLevels(i), "steps", i).worked().orElseThrow();
      List<String> steps = Solution.right(worked).steps();
      for (int step = 0; step < steps.size(); step++) {
        assertTrue(holds(steps.get(step)), steps.get(step));
        for (Flaw flaw : worked.flaws(step)) {
          String broken =
              Solution.broken(worked, step, flaw, new SplittableRandom(i)).steps().get(step);
          assertTrue(!holds(broken), flaw + ": " + broken);
        }
      }
    }
  }

  /** Whether the two fractions named are equal, and the last in lowest terms where it says so. */
  private static boolean holds(String step) {
    Matcher two = FRACTION.matcher(step);
    assertTrue(two.find());
    BigInteger a = new BigInteger(two.group(1));
    BigInteger b = new BigInteger(two.group(2));
    assertTrue(two.find());
    BigInteger c = new BigInteger(two.group(1));
    BigInteger d = new BigInteger(two.group(2));
    boolean divides = step.startsWith("Divide");
    return a.multiply(d).equals(b.multiply(c)) && (divides || c.gcd(d).equals(BigInteger.ONE));
  }
}
