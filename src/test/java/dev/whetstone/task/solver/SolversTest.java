package dev.whetstone.task.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SolversTest {
  static Stream<TaskFamily> families() {
    return Families.answered().stream();
  }

  private static Task task(TaskFamily family, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Levels levels =
        new Levels(
            family.controls(),
            family.controls().stream().map(c -> random.nextInt(c.top() + 1)).toList());
    return Identity.of(family, levels, Split.TRAIN, "solvers", seed).make(family);
  }

  private static Optional<Solved> solved(TaskFamily family, String question) {
    return Solvers.solve(Solvers.of(family.name()).orElseThrow(), question);
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyFamilysTasksAreConfirmedAndNoOtherAnswerIs(TaskFamily family) {
    for (int seed = 0; seed < 60; seed++) {
      Task task = task(family, seed);
      Solved solved = solved(family, task.question()).orElseThrow(() -> unread(task));
      assertEquals(1, solved.answers(), task::question);
      assertTrue(solved.confirms().test(task.answer()), task.answer() + "\n" + task.question());
      String other = task(family, seed + 1000).answer();
      if (task.check().grade(other) != Grade.RIGHT)
        assertFalse(solved.confirms().test(other), other + "\n" + task.question());
      solved
          .check()
          .ifPresent(c -> assertEquals(Grade.RIGHT, c.grade("\\boxed{" + task.answer() + "}")));
      for (String hidden : solved.hidden())
        assertFalse(task.question().matches("(?s).*(?<![\\w/])" + hidden + "(?![\\w/]).*"), hidden);
    }
  }

  private static AssertionError unread(Task task) {
    return new AssertionError("not read: " + task.question());
  }

  @ParameterizedTest
  @MethodSource("families")
  void noOtherTextIsReadAndNoneTakesLong(TaskFamily family) {
    String question = task(family, 1).question();
    for (String text : List.of("", " ", question + " ", question.substring(1), question.repeat(2)))
      assertTrue(solved(family, text).isEmpty(), text);
    for (String filling : List.of("(", "1", "9 ", "- ", "a, ", "(T) ", "X ", "\n"))
      assertTrue(solved(family, question.replace("e", filling.repeat(100))).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simple_equations | Solve for x: 2*x + 1 = 2*x + 3. Give only the value as your answer. |"
            + " 0",
        "simple_equations | Solve for x: 2*x + 1 = 1 + 2*x. Give only the value as your answer. |"
            + " 2",
        "chain_sum | Calculate 3 / (2 - 2). Give only the final number as your answer. | 0",
        "simple_equations | Solve for x: x*(x - 50)/(x - 50) = 50. Give only the value as your"
            + " answer. | 0",
        "base_conversion | Convert the number 19 from base 8 to base 10. Give only the converted"
            + " number as your answer. | 0"
      })
  void whatHasNoAnswerOrSeveralIsToldApart(String family, String question, int answers) {
    assertEquals(
        answers, Solvers.solve(Solvers.of(family).orElseThrow(), question).orElseThrow().answers());
  }

  @Test
  void anEmptySudokuHasSeveralSolutionsAndAClashingOneHasNone() {
    String question = task(Families.named("mini_sudoku").orElseThrow(), 3).question();
    String[] lines = question.split("\n", -1);
    for (int i = 1; i <= 4; i++) lines[i] = "_ _ _ _";
    Solver solver = Solvers.of("mini_sudoku").orElseThrow();
    assertEquals(2, Solvers.solve(solver, String.join("\n", lines)).orElseThrow().answers());
    lines[1] = "1 1 _ _";
    assertEquals(0, Solvers.solve(solver, String.join("\n", lines)).orElseThrow().answers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simple_equations | Solve for x: 5*x*(x - 1)*(x - 2) + x = 1. Give only the value as your"
            + " answer.",
        "simple_equations | Solve for x: x*x = 4. Give only the value as your answer.",
        "chain_sum | Calculate 1 2 + 3. Give only the final number as your answer.",
      })
  void whatNoFamilyWouldAskIsNotRead(String family, String question) {
    assertTrue(solved(Families.named(family).orElseThrow(), question).isEmpty());
  }

  /** Two people are too few for its premises, so that among two anything would follow. */
  @Test
  void aConclusionDoesNotFollowFromPremisesThatNeedThreePeople() {
    String question =
        "Premises:\n1. Some bakers are pilots.\n2. Some bakers are not pilots.\n"
            + "3. Some poets are not bakers.\nConclusion: All pilots are poets.\n"
            + "Does the conclusion follow from the premises alone? 'Some' means at least one;"
            + " 'all', 'only' and 'no' do not say that there is anyone of the kind. Answer Yes"
            + " or No.";
    Solved solved = solved(Families.named("syllogism").orElseThrow(), question).orElseThrow();
    assertTrue(solved.confirms().test("No"));
    assertFalse(solved.confirms().test("Yes"));
  }

  @Test
  void anAnswerWithoutSentencesIsReadAsRoles() {
    TaskFamily island = Families.named("knights_knaves").orElseThrow();
    Task task = task(island, 1);
    Solved solved = solved(island, task.question()).orElseThrow();
    String listed = task.answer().replaceAll(" is a ", ": ");
    assertTrue(solved.confirms().test(listed), listed);
    assertFalse(solved.confirms().test("Abel: knight"));
  }
}
