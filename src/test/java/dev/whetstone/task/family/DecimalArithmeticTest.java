package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DecimalArithmeticTest extends FamilyContract {
  @Override
  TaskFamily family() {
    return new DecimalArithmetic();
  }

  /** In whole numbers: every term as so many units of the last place that a product can have. */
  @Override
  String solve(String question) {
    String text = question.substring("Calculate ".length(), question.indexOf(". Give"));
    int places = text.split(" ", 2)[0].length() - 2;
    BigInteger units =
        Arrays.stream(text.replace(" - ", " + -").split(" \\+ ", -1))
            .map(product -> units(product, places))
            .reduce(BigInteger.ZERO, BigInteger::add);
    String sign = units.signum() < 0 ? "-" : "";
    String digits = "0".repeat(2 * places + 1) + units.abs();
    int point = digits.length() - 2 * places;
    return sign + new BigInteger(digits.substring(0, point)) + "." + digits.substring(point);
  }

  private static BigInteger units(String product, int places) {
    String[] factors = product.replace(".", "").split(" \\* ", -1);
    BigInteger first = new BigInteger(factors[0]);
    return first.multiply(
        factors.length == 1 ? BigInteger.TEN.pow(places) : new BigInteger(factors[1]));
  }

  @Test
  void everyNumberHasItsPlaces() {
    Levels levels = corners().get(1);
    int places = levels.value(family().controls().getFirst());
    for (Task task : tasks(levels, 100)) {
      assertTrue(task.question().matches("Calculate \\d\\.\\d{" + places + "}[ .].*"));
      assertTrue(!task.question().matches(".*\\* [\\d.]+ \\*.*"), () -> task.question());
    }
  }

  @Test
  void stepsKeepTheValueUntilTheFirstError() {
    for (int i = 0; i < 100; i++)
      BasicArithmeticTest.verifySteps(task(anyLevels(i), "steps", i), i);
  }

  @Test
  void aRoundedAnswerIsWrong() {
    for (Task task : tasks(corners().getLast(), 50)) {
      String answer = task.answer();
      String rounded = answer.substring(0, answer.length() - 1);
      assertEquals(Grade.WRONG, task.check().grade(rounded), rounded);
    }
  }
}
