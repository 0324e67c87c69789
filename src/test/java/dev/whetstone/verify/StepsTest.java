package dev.whetstone.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepsTest {
  private static final int MOST = 100;
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "a",
          "2 + 2 = 4",
          "Answer: 4",
          "answer:",
          "<think>",
          "</think>",
          "\u0000",
          "\ud83d",
          "\u2028",
          "\\boxed{4}");

  /** A completion and its steps. */
  record Cut(String completion, List<String> steps) {}

  static List<Cut> cuts() {
    return List.of(
        new Cut("", List.of()),
        new Cut(" \n\t\n ", List.of()),
        new Cut("one", List.of("one")),
        new Cut(" one \n two\n", List.of("one", "two")),
        new Cut("one\r\ntwo\rthree", List.of("one", "two", "three")),
        new Cut("one\ntwo\n\nthree", List.of("one\ntwo", "three")),
        new Cut("one\n  \t \ntwo", List.of("one", "two")),
        new Cut("\n\none\ntwo\n\n", List.of("one", "two")),
        new Cut("one\n\n\n\ntwo", List.of("one", "two")),
        new Cut("one\ntwo\nAnswer: 4", List.of("one", "two", "Answer: 4")),
        new Cut("one\ntwo\n\nAnswer: 4", List.of("one", "two", "Answer: 4")),
        new Cut("one\n\ntwo\n ANSWER: 4 ", List.of("one", "two", "ANSWER: 4")),
        new Cut("Answer: 4", List.of("Answer: 4")),
        new Cut("Answer: 4\nno, wait", List.of("Answer: 4\nno, wait")),
        new Cut("Answer: 4\n\nno, wait", List.of("Answer: 4", "no, wait")),
        new Cut("one\nAnswer: 1 2\n3 4", List.of("one", "Answer: 1 2\n3 4")),
        new Cut("Answer: 1\none\nAnswer: 2", List.of("Answer: 1", "one", "Answer: 2")),
        new Cut("one\r\n\r\ntwo\r\nAnswer: 1\r\n2", List.of("one", "two", "Answer: 1\n2")),
        new Cut("<think>hm\n\nah</think>\none\ntwo", List.of("one", "two")),
        new Cut("hm</think>one", List.of("one")),
        new Cut("<think>hm</think>", List.of()),
        new Cut("<think>hm</think>a<think>b</think>c", List.of("c")),
        new Cut("<think>\none\ntwo", List.of("one", "two")),
        new Cut("one <think> two", List.of("one <think> two")));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aCompletionIsCutByTheStatedRule(Cut cut) {
    assertEquals(cut.steps(), Steps.of(cut.completion(), MOST));
  }

  @Test
  void aWorkedSolutionIsCutIntoItsOwnSteps() {
    for (TaskFamily family : Families.all()) {
      Levels lowest = Levels.parse(family.controls(), "");
      Task task = Identity.of(family, lowest, Split.TRAIN, "steps", 0).make(family);
      task.worked().map(Solution::right).ifPresent(StepsTest::assertCutBack);
    }
  }

  private static void assertCutBack(Solution solution) {
    List<String> wanted = new ArrayList<>(solution.steps());
    wanted.add("Answer: " + solution.answer());
    assertEquals(wanted, Steps.of(solution.text(), 1_000));
  }

  @Test
  void onlySoManyAreCutAsAreAskedFor() {
    assertEquals(List.of("1", "2"), Steps.of("1\n2\n3\nAnswer: 4", 2));
    assertEquals(List.of("1", "2"), Steps.of("1\n\n2\n\n3", 2));
    assertEquals(List.of("1", "2", "Answer: 4"), Steps.of("1\n2\nAnswer: 4", 3));
    assertThrows(IllegalArgumentException.class, () -> Steps.of("1", 1));
  }

  @Test
  void ofAnyTextEveryStepSaysSomethingThatStandsThere() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      int most = 2 + random.nextInt(5);
      List<String> steps = Steps.of(text, most);
      assertTrue(steps.size() <= most, text);
      int from = 0;
      for (String step : steps) {
        assertFalse(step.isBlank(), text);
        assertEquals(step.strip(), step);
        for (String line : step.lines().toList()) from = assertFoundFrom(text, line, from);
      }
    }
  }

  private static int assertFoundFrom(String text, String line, int from) {
    int at = text.indexOf(line, from);
    assertTrue(at >= 0, () -> line + " in " + text);
    return at + line.length();
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--)
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    return text.toString();
  }

  static List<String> hostile() {
    int million = 1_000_000;
    return List.of(
        "\n".repeat(million),
        "\r".repeat(million),
        " ".repeat(million),
        "x".repeat(million),
        "x\n".repeat(million / 2),
        "x\n".repeat(million / 4) + "\r".repeat(million / 2),
        "x\n\n".repeat(million / 3),
        "\n x".repeat(million / 3),
        "<think>".repeat(million / 7),
        "</think>".repeat(million / 8),
        "Answer: ".repeat(million / 8),
        "Answer:\n".repeat(million / 8),
        "\u0000\n".repeat(million / 2));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsCutInTimeAndIntoNoMoreThanIsAllowed(String text) {
    for (int most : List.of(2, MOST, Integer.MAX_VALUE))
      assertTimeoutPreemptively(LIMIT, () -> assertTrue(Steps.of(text, most).size() <= most));
  }

  @Test
  void aStepIsNeverCutShort() {
    assertEquals(
        Optional.of(300_000),
        Steps.of("x".repeat(300_000), MOST).stream().map(String::length).findFirst());
  }
}
