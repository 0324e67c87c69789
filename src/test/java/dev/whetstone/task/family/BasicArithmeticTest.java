package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BasicArithmeticTest extends FamilyContract {
  @Override
  TaskFamily family() {
    return new BasicArithmetic();
  }

  @Override
  String solve(String question) {
    String text = question.substring("Calculate ".length(), question.indexOf(". Give"));
    return new Descent(text).value().toString();
  }

  @Test
  void everyDivisionIsExactAndNoneStandsBesideAProduct() {
    for (int i = 0; i < 300; i++) {
      Task task = task(anyLevels(i), "exact", i);
      for (String step : Solution.right(task.worked().orElseThrow()).steps())
        assertTrue(new Descent(result(step)).value().isWhole(), step);
      assertTrue(!task.question().matches(".*(?:/ \\d+ [*/]|\\* \\d+ /).*"), () -> task.question());
    }
  }

  @Test
  void parenthesesAndOperatorsStandOnlyWhereAllowed() {
    for (Task task : tasks(corners().getFirst(), 200))
      assertTrue(task.question().matches("Calculate \\d( [-+] \\d){2}\\..*"), task.question());
  }

  @Test
  void stepsKeepTheValueUntilTheFirstError() {
    for (int i = 0; i < 200; i++) verifySteps(task(anyLevels(i), "steps", i), i);
  }

  /** Whatever a step leaves to be done has the answer as its value until the step that is wrong. */
  static void verifySteps(Task task, long seed) {
    Rational truth = new Descent(task.answer()).value();
    Worked worked = task.worked().orElseThrow();
    List<String> steps = Solution.right(worked).steps();
    for (int i = 0; i < steps.size(); i++) {
      for (String side : equation(steps.get(i))) assertEquals(truth, new Descent(side).value());
      for (Flaw flaw : worked.flaws(i)) {
        String step = Solution.broken(worked, i, flaw, new SplittableRandom(seed)).steps().get(i);
        assertNotEquals(truth, new Descent(result(step)).value(), flaw + ": " + step);
      }
    }
  }

  private static String[] equation(String step) {
    return step.substring(step.indexOf("so ") < 0 ? 0 : step.indexOf("so ") + 3).split(" = ", -1);
  }

  private static String result(String step) {
    return equation(step)[1];
  }

  /** Evaluates by recursive descent. */
  static final class Descent {
    private final String text;
    private int at;

    Descent(String text) {
      this.text = text.replace(" ", "");
    }

    Rational value() {
      Rational value = sum();
      if (at != text.length()) throw new IllegalArgumentException(text);
      return value;
    }

    private Rational sum() {
      Rational value = product();
      while (sees('+') || sees('-'))
        value = text.charAt(at++) == '+' ? value.plus(product()) : value.minus(product());
      return value;
    }

    private Rational product() {
      Rational value = atom();
      while (sees('*') || sees('/'))
        value = text.charAt(at++) == '*' ? value.times(atom()) : value.over(atom());
      return value;
    }

    private Rational atom() {
      if (sees('-')) {
        at++;
        return Rational.of(0).minus(atom());
      }
      if (!sees('(')) return number();
      at++;
      Rational value = sum();
      at++;
      return value;
    }

    private Rational number() {
      int start = at;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || sees('.'))) at++;
      return Rational.of(new BigDecimal(text.substring(start, at)));
    }

    private boolean sees(char c) {
      return at < text.length() && text.charAt(at) == c;
    }
  }
}
