package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static dev.whetstone.task.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import org.junit.jupiter.api.Test;

class DyckLanguageTest extends FamilyContract {
  @Override
  TaskFamily family() {
    return new DyckLanguage();
  }

  /** Strikes out adjacent pairs until none is left, and mirrors what remains. */
  @Override
  String solve(String question) {
    return mirrored(unclosed(given(question)));
  }

  private static String unclosed(String brackets) {
    String left = brackets;
    for (String before = ""; !before.equals(left); ) {
      before = left;
      left = left.replace("()", "").replace("[]", "").replace("<>", "").replace("«»", "");
    }
    return left;
  }

  private static String mirrored(String open) {
    String mirrored = new StringBuilder(open).reverse().toString();
    return mirrored.replace('(', ')').replace('[', ']').replace('<', '>').replace('«', '»');
  }

  @Test
  void theWholeSequenceAndAnySpacingAreRightButNoPartOfIt() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 20)) {
        String given = given(task.question());
        String gold = task.answer().replace(" ", "");
        assertEquals(RIGHT, task.check().grade(gold));
        assertEquals(RIGHT, task.check().grade(given + " " + gold));
        assertEquals(RIGHT, task.check().grade("\\boxed{" + given + gold + "}"));
        assertEquals(WRONG, task.check().grade(given));
        assertEquals(WRONG, task.check().grade(given.substring(1) + gold));
        for (int i = 0; i < gold.length(); i++)
          assertNotEquals(RIGHT, task.check().grade(gold.substring(0, i) + gold.substring(i + 1)));
      }
  }

  @Test
  void everyStepIsTrueAndTheBrokenOneIsNot() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 3)) WorkedContract.verifySteps(task, DyckLanguageTest::holds);
  }

  private static boolean holds(String step, String question) {
    String said = step.substring(step.lastIndexOf(": ") + 2).replace(" ", "").replace("none", "");
    if (step.startsWith("Closed")) return said.equals(mirrored(unclosed(given(question))));
    int number = Integer.parseInt(step.substring(8, step.indexOf(':')));
    String read = given(question).substring(0, number);
    return read.endsWith(step.substring(step.indexOf(':') + 2, step.indexOf(':') + 3))
        && said.equals(unclosed(read));
  }

  private static String given(String question) {
    return question.lines().findFirst().orElseThrow().replaceAll("[^()\\[\\]<>«»]", "");
  }
}
