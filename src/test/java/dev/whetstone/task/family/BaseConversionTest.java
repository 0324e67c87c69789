package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.math.BigInteger;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BaseConversionTest extends FamilyContract {
  private static final Pattern ASKED =
      Pattern.compile("number (\\S+) from base (\\d+) to base (\\d+)\\.");
  private static final Pattern READING =
      Pattern.compile("(\\S+) in base (\\d+) is (\\d+) \\* (\\d+) \\+ (\\d+) = (\\d+)");
  private static final Pattern DIVISION =
      Pattern.compile("(\\d+) / (\\d+) = (\\d+) remainder (\\d+)(?: \\(\\w\\))?");

  @Override
  TaskFamily family() {
    return new BaseConversion();
  }

  @Override
  String solve(String question) {
    Matcher asked = asked(question);
    return value(asked).toString(Integer.parseInt(asked.group(3)));
  }

  private static Matcher asked(String question) {
    Matcher asked = ASKED.matcher(question);
    assertTrue(asked.find(), question);
    return asked;
  }

  private static BigInteger value(Matcher asked) {
    return new BigInteger(asked.group(1), Integer.parseInt(asked.group(2)));
  }

  @Test
  void theGivenDigitsNeverPay() {
    for (int i = 0; i < 400; i++) {
      Task task = task(anyLevels(i), "echo", i);
      assertEquals(Grade.WRONG, task.check().grade(asked(task.question()).group(1)));
    }
  }

  @Test
  void theBaseMayBeNamedIfItIsTheOneAskedFor() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "named", i);
      String to = asked(task.question()).group(3);
      String gold = task.answer().toLowerCase(Locale.ROOT);
      for (String form : new String[] {"%s_%s", "(%s)_{%s}", "%s (base %s)", "%s in base %s"}) {
        assertEquals(Grade.RIGHT, task.check().grade(form.formatted(gold, to)), form);
        assertEquals(Grade.UNREADABLE, task.check().grade(form.formatted(gold, to + "0")), form);
      }
    }
  }

  @Test
  void everyStepHoldsAndEveryBrokenStepDoesNot() {
    for (int i = 0; i < 150; i++) {
      Task task = task(anyLevels(i), "steps", i);
      Worked worked = task.worked().orElseThrow();
      Solution right = Solution.right(worked);
      for (int step = 0; step < right.steps().size(); step++) {
        assertTrue(holds(task, right, step), right.text());
        for (Flaw flaw : worked.flaws(step)) {
          Solution broken = Solution.broken(worked, step, flaw, new SplittableRandom(i));
          assertFalse(holds(task, broken, step), () -> flaw + "\n" + broken.text());
        }
      }
    }
  }

  /** Judges a step by the question and by what stands before it. */
  private static boolean holds(Task task, Solution solution, int step) {
    Matcher asked = asked(task.question());
    String line = solution.steps().get(step);
    Matcher reading = READING.matcher(line);
    if (reading.matches()) return reads(asked, reading);
    Matcher division = DIVISION.matcher(line);
    if (!division.matches())
      return line.endsWith(" " + task.answer()) && solution.answer().equals(task.answer());
    return divides(asked, division, step == 0 ? "" : solution.steps().get(step - 1));
  }

  private static boolean reads(Matcher asked, Matcher reading) {
    BigInteger total = new BigInteger(reading.group(6));
    BigInteger before = new BigInteger(reading.group(3));
    return asked.group(1).startsWith(reading.group(1))
        && total.equals(new BigInteger(reading.group(1), Integer.parseInt(asked.group(2))))
        && total.equals(
            before
                .multiply(new BigInteger(reading.group(4)))
                .add(new BigInteger(reading.group(5))));
  }

  private static boolean divides(Matcher asked, Matcher division, String before) {
    Matcher last = DIVISION.matcher(before);
    String due = last.matches() ? last.group(3) : value(asked).toString();
    BigInteger[] result =
        new BigInteger(division.group(1)).divideAndRemainder(new BigInteger(division.group(2)));
    return division.group(1).equals(due)
        && division.group(2).equals(asked.group(3))
        && result[0].toString().equals(division.group(3))
        && result[1].toString().equals(division.group(4));
  }
}
