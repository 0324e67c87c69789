package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimpleEquationsTest extends FamilyContract {
  @Override
  TaskFamily family() {
    return new SimpleEquations();
  }

  /** The two sides differ by a line: its values at 0 and at 1 give its only zero. */
  @Override
  String solve(String question) {
    Rational atZero = gap(question, 0);
    return atZero.over(atZero.minus(gap(question, 1))).toString();
  }

  private static Rational gap(String question, long value) {
    char letter = question.charAt("Solve for ".length());
    return gap(
        question.substring("Solve for x: ".length(), question.indexOf(". Give")), letter, value);
  }

  private static Rational gap(String equation, char letter, long value) {
    String[] sides = equation.replace(Character.toString(letter), "(" + value + ")").split("=", -1);
    return new BasicArithmeticTest.Descent(sides[0])
        .value()
        .minus(new BasicArithmeticTest.Descent(sides[1]).value());
  }

  @Test
  void exactlyOneValueSolvesIt() {
    for (Task task : tasks(corners().getFirst(), 60)) {
      List<String> roots =
          LongStream.rangeClosed(-100, 100)
              .filter(value -> gap(task.question(), value).equals(Rational.of(0)))
              .mapToObj(Long::toString)
              .toList();
      assertEquals(List.of(task.answer()), roots);
    }
  }

  @Test
  void readsTheUnknownAndNothingElse() {
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "reads", i);
      String letter = task.question().substring(10, 11);
      String answer = task.answer();
      for (String right :
          List.of(
              letter + " = " + answer,
              letter + "=" + answer,
              answer + " = " + letter,
              "The solution is " + letter + " = " + answer + ".",
              "So we get " + letter + " = 2*" + answer + "/2 = " + answer,
              "3" + letter + " + 1 = 4, so \\boxed{" + letter + " = " + answer + "}",
              letter + " is " + answer))
        assertEquals(Grade.RIGHT, task.check().grade(right), right);
      for (String not :
          List.of(
              "2" + letter + " = " + answer,
              "2 * " + letter + " = " + answer,
              "-" + letter + " = " + answer,
              letter + " + 1 = " + answer,
              letter + " != " + answer,
              letter + " \u2260 " + answer,
              letter + " \\neq " + answer,
              letter + " > " + answer,
              letter + " = 0.5, " + letter + " = " + answer,
              letter + " = 0.5 and j = " + answer,
              "j = " + answer)) assertEquals(Grade.UNREADABLE, task.check().grade(not), not);
    }
  }

  @Test
  void theSolutionSolvesEveryEquationUntilTheFirstError() {
    for (int i = 0; i < 150; i++) {
      Task task = task(anyLevels(i), "steps", i);
      Worked worked = task.worked().orElseThrow();
      List<String> steps = Solution.right(worked).steps();
      for (int step = 0; step < steps.size(); step++) {
        assertTrue(holds(task, steps.get(step)), steps.get(step));
        for (Flaw flaw : worked.flaws(step))
          if (flaw != Flaw.SKIPPED_CASE && !isMisread(flaw, steps.get(step))) {
            String broken =
                Solution.broken(worked, step, flaw, new SplittableRandom(i)).steps().get(step);
            assertTrue(!holds(task, broken), flaw + ": " + broken);
          }
      }
    }
  }

  @Test
  void whatFollowsASkippedMoveNoLongerHasTheSolution() {
    for (int i = 0; i < 150; i++) {
      Task task = task(anyLevels(i), "skipped", i);
      Worked worked = task.worked().orElseThrow();
      for (int step = 0; step < Solution.right(worked).steps().size(); step++)
        if (worked.flaws(step).contains(Flaw.SKIPPED_CASE)) {
          String left =
              Solution.broken(worked, step, Flaw.SKIPPED_CASE, new SplittableRandom(i))
                  .steps()
                  .get(step);
          assertTrue(!holds(task, left), left);
        }
    }
  }

  /** A misread term is collected rightly; only the step before shows that it is another one. */
  private static boolean isMisread(Flaw flaw, String step) {
    return flaw == Flaw.WRONG_OPERAND && step.startsWith("Collect");
  }

  /** Whether every equation in the step is true of the solution. */
  private static boolean holds(Task task, String step) {
    char letter = task.question().charAt(10);
    long solution = Long.parseLong(task.answer());
    String claims = step.replaceAll("(?:Multiply out|Collect|So) |.*? both sides of ", "");
    for (String claim :
        claims.replaceAll(", which.*", "").replaceAll(" by -?\\d+:", ":").split(": ", -1))
      if (!gap(claim, letter, solution).equals(Rational.of(0))) return false;
    return true;
  }
}
