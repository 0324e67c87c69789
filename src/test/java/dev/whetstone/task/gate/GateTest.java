package dev.whetstone.task.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
  private static final TaskFamily CHAIN = Families.named("chain_sum").orElseThrow();

  static Stream<TaskFamily> families() {
    return Families.answered().stream();
  }

  private static Task task(TaskFamily family, long index) {
    List<Control> controls = family.controls();
    Levels middle = new Levels(controls, controls.stream().map(c -> c.top() / 2).toList());
    return Identity.of(family, middle, Split.TRAIN, "gate", index).make(family);
  }

  private static Admission judge(
      TaskFamily family, String question, String answer, List<Sketch> earlier) {
    return Gate.judge(family, question, answer).against(Gate.sketch(family, question), earlier);
  }

  private static List<Criterion> failed(Admission admission) {
    return admission.failures().stream().map(Failure::criterion).toList();
  }

  @ParameterizedTest
  @MethodSource("families")
  void freshTasksPassAndTheirTwinsDoNot(TaskFamily family) {
    List<Sketch> earlier = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      Task task = task(family, i);
      Admission fresh = judge(family, task.question(), task.answer(), earlier);
      if (!fresh.isAdmitted()) refused++;
      earlier.add(Gate.sketch(family, task.question()));
      Admission twin = judge(family, task.question(), task.answer(), earlier);
      assertTrue(failed(twin).contains(Criterion.NEW));
      assertTrue(twin.repetition() >= 1.0 / earlier.size());
    }
    assertTrue(refused <= 2, refused + " of 40 fresh tasks refused");
  }

  @ParameterizedTest
  @MethodSource("families")
  void aWrongLabelIsNotConfirmed(TaskFamily family) {
    Task task = task(family, 0);
    String other =
        IntStream.range(1, 50)
            .mapToObj(i -> task(family, i).answer())
            .filter(a -> task.check().grade(a) != Grade.RIGHT)
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(Criterion.CONFIRMED), failed(judge(family, task.question(), other, List.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chain_sum | What is 2 + 2? | 4 | READABLE",
        "chain_sum | Calculate 2 / 0. Give only the final number as your answer. | 0 | SOLVABLE",
        "simple_equations | Solve for x: x = x. Give only the value as your answer. | 1 | UNIQUE",
        "chain_sum | Calculate 2 + 2. Give only the final number as your answer. | 5 | CONFIRMED",
        "gcd | Find the greatest common divisor of 6 and 12. Give only the number as your answer."
            + " | 6 | SEALED"
      })
  void eachCriterionFailsAlone(String family, String question, String answer, Criterion criterion) {
    Admission said = judge(Families.named(family).orElseThrow(), question, answer, List.of());
    assertEquals(List.of(criterion), failed(said));
    assertTrue(!said.isAdmitted() && !said.failures().getFirst().why().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "42,42",
    "-42,-42",
    "(42.5),42.5",
    "42 + 0,42",
    "12 - 0,12",
    "0 - 12,-12",
    "1 * 42 / 1,42",
    "1/1,1"
  })
  void whatAsksForNoComputationGivesItsAnswerAway(String expression, String answer) {
    String question = "Calculate " + expression + ". Give only the final number as your answer.";
    assertEquals(List.of(Criterion.SEALED), failed(judge(CHAIN, question, answer, List.of())));
  }

  @ParameterizedTest
  @CsvSource({"42 + 1 - 1,42", "2 - 1,1", "1 - 1,0", "9 - 9 + 9,9", "42 * 0 + 42,42", "0 / 7,0"})
  void anAnswerThatIsComputedMayBeANumberOfTheText(String expression, String answer) {
    String question = "Calculate " + expression + ". Give only the final number as your answer.";
    assertTrue(judge(CHAIN, question, answer, List.of()).isAdmitted());
  }

  @ParameterizedTest
  @CsvSource({
    "x = 42,42,false", "42 = 1*x + 0,42,false", "-x = 42,-42,false", "2 = x,2,false",
    "2*x = 2,1,true", "x + 5 = 5,0,true", "x - 1 = 0,1,true", "x = 41 + 1,42,true"
  })
  void anEquationThatStatesItsSolutionGivesItAway(
      String equation, String answer, boolean admitted) {
    TaskFamily equations = Families.named("simple_equations").orElseThrow();
    String question = "Solve for x: " + equation + ". Give only the value as your answer.";
    List<Criterion> expected = admitted ? List.of() : List.of(Criterion.SEALED);
    assertEquals(expected, failed(judge(equations, question, answer, List.of())));
  }

  @ParameterizedTest
  @MethodSource("families")
  void noTaskOfAFamilyGivesItsAnswerAway(TaskFamily family) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      Levels levels =
          new Levels(
              family.controls(),
              family.controls().stream().map(c -> random.nextInt(c.top() + 1)).toList());
      Task task = Identity.of(family, levels, Split.TRAIN, "sealed", i).make(family);
      assertTrue(Gate.judge(family, task.question(), task.answer()).isAdmitted(), task::question);
    }
  }

  @Test
  void anIntermediateValueInTheTextIsALeak() {
    TaskFamily graph = Families.named("reasoning_graph").orElseThrow();
    String story =
        "Nobody here has any eggs but those told of. Ada gathered 5 eggs in the morning and 7 in"
            + " the afternoon. Ben has %s more eggs than Ada. How many eggs does Ben have? Give"
            + " only the final number as your answer.";
    assertTrue(judge(graph, story.formatted("8"), "20", List.of()).isAdmitted());
    assertEquals(
        List.of(Criterion.SEALED), failed(judge(graph, story.formatted("12"), "24", List.of())));
  }

  @Test
  void aFamilyWithoutASecondSolverCannotBeConfirmed() {
    TaskFamily unknown =
        new TaskFamily() {
          @Override
          public String name() {
            return "unknown";
          }

          @Override
          public Category category() {
            return Category.LOGIC;
          }

          @Override
          public String summary() {
            return "No second solver.";
          }

          @Override
          public List<Control> controls() {
            return List.of();
          }

          @Override
          public Task make(Levels levels, RandomGenerator random) {
            return CHAIN.make(Levels.lowest(CHAIN.controls()), random);
          }
        };
    assertEquals(List.of(Criterion.CONFIRMED), failed(judge(unknown, "1 + 1?", "2", List.of())));
  }

  /** Shingles of 100 words of which a part is exchanged, against the exact Jaccard similarity. */
  @Test
  void sketchesEstimateTheSimilarity() {
    for (int changed = 0; changed <= 98; changed += 14) {
      double sum = 0;
      for (int text = 0; text < 40; text++)
        sum += sketch(text, "same", changed).similarity(sketch(text, "other", changed));
      double same = 98 - changed;
      assertEquals(same / (2 * 98 - same), sum / 40, 0.04, changed + " changed");
    }
  }

  private static Sketch sketch(int text, String start, int changed) {
    return Sketch.of(
        IntStream.range(0, 100)
            .mapToObj(i -> (i < changed ? start : "word") + text + "x" + i)
            .collect(Collectors.joining(" ")),
        Set.of(),
        List.of());
  }
}
