package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every family is held to that is answered at once; its test extends this with its independent
 * solver.
 */
abstract class FamilyContract extends MakerContract {
  /**
   * Answers from the question's text alone, by another way than the family's own (brute force, or a
   * different algorithm).
   */
  abstract String solve(String question);

  @Test
  void goldAndIndependentSolverAgreeEverywhere() {
    for (int i = 0; i < 250; i++) {
      Levels levels = anyLevels(i);
      Task task = task(levels, "solver", i);
      assertEquals(RIGHT, task.check().grade(task.answer()), () -> task.question());
      String solved = solve(task.question());
      assertEquals(
          RIGHT, task.check().grade(solved), () -> solved + "\n" + task.answer() + "\n" + task);
      assertFalse(task.certificate().isBlank());
    }
  }

  @Test
  void goldSurvivesItsWrapping() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 25))
        for (String wrapped : Wrapping.of(task.answer()))
          assertEquals(RIGHT, task.check().grade(wrapped), () -> "gold as: " + wrapped);
  }

  @Test
  void nothingButTheAnswerIsRight() {
    for (Levels levels : corners()) {
      List<Task> tasks = tasks(levels, 25);
      for (int i = 0; i < tasks.size(); i++) {
        Task task = tasks.get(i);
        String other = tasks.get((i + 1) % tasks.size()).answer();
        List<String> attempts =
            task.check().grade(other) == RIGHT
                ? Exploits.denials(task.answer())
                : Exploits.evasions(task.answer(), other);
        for (String attempt : attempts) assertRefused(task, attempt);
        for (String attack : Exploits.attacks(task.answer())) assertRefused(task, attack);
      }
    }
  }

  private static void assertRefused(Task task, String attempt) {
    String shown = attempt.substring(0, Math.min(300, attempt.length()));
    assertNotEquals(RIGHT, task.check().grade(attempt), () -> task.answer() + " paid: " + shown);
  }

  @Test
  void brokenSolutionsAreRightUpToTheirFirstError() {
    for (int i = 0; i < 120; i++) {
      Task task = task(anyLevels(i), "worked", i);
      long seed = i;
      task.worked().ifPresent(worked -> WorkedContract.verify(task, worked, seed));
    }
  }

  @Test
  void emptyIsUnreadableNotWrong() {
    Task task = task(corners().getFirst(), "empty", 0);
    for (String nothing : List.of("", "   ", "\n\n", "<answer></answer>", "\\boxed{}"))
      assertEquals(Grade.UNREADABLE, task.check().grade(nothing));
  }
}
