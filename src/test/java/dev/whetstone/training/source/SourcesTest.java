package dev.whetstone.training.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.fit.Example;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final String PROBLEM = "Ann has 12 eggs and buys 5 boxes of 6.";
  private static final List<String> STEPS =
      List.of(
          "She buys 5*6 = <<5*6=30>>30 eggs.", "She has 12 + 30 = <<12+30=42>>42 eggs.", "#### 42");

  @Test
  void aBrokenStepDiffersFromTheRightOneAndItsFlawIsMarked() {
    int broken = 0;
    for (int seed = 0; seed < 300; seed++) {
      Example example = new Corruption(new Random(seed), 1).example(PROBLEM, STEPS);
      for (Example.Step step : example.steps()) {
        Example.Target target = step.target().orElseThrow();
        if (target.right() > 0.5) continue;
        broken++;
        String flaw = step.text().substring(target.from(), target.to());
        assertFalse(flaw.isEmpty(), step.text());
        assertFalse(
            example.steps().stream()
                .anyMatch(s -> s.text().equals(step.text()) && s.target().get().right() > 0.5));
      }
    }
    assertTrue(broken > 500, broken + " broken steps");
  }

  @Test
  void whatFollowsFromABrokenStepInItIsRecomputed() {
    for (int seed = 0; seed < 300; seed++)
      for (Example.Step step :
          new Corruption(new Random(seed), 1).example(PROBLEM, STEPS).steps()) {
        Example.Target target = step.target().orElseThrow();
        boolean arithmetic = Kinds.NAMES.indexOf("wrong_arithmetic") == target.kind();
        for (Equation equation : Equations.in(Corruption.withoutMarks(step.text())))
          assertEquals(arithmetic ? "FAILS" : "HOLDS", equation.truth().name(), step.text());
      }
  }

  @Test
  void everyFamilyWithStepsGivesRightAndWrongOnesOfTheTrainingRange() {
    for (TaskFamily family : Families.answered()) {
      FamilyExamples examples = new FamilyExamples(family, Split.TRAIN, "salt", 1);
      Example example = examples.example(1).orElseThrow();
      assertEquals(example, examples.example(1).orElseThrow(), "the same again");
      assertNotEquals(example, examples.example(2).orElseThrow());
      assertTrue(example.steps().stream().anyMatch(s -> s.target().get().right() == 1));
      assertTrue(example.steps().stream().anyMatch(s -> s.target().get().right() == 0));
    }
  }

  @Test
  void solutionsThatShareTheirBeginningShareItsSteps() {
    List<Example> examples =
        HumanExamples.of(
            List.of(
                labelled(
                    "a", List.of("s", "t"), Truth.ofFirstError(2, java.util.OptionalInt.empty())),
                labelled(
                    "b",
                    List.of("s", "u", "v"),
                    Truth.ofFirstError(3, java.util.OptionalInt.of(1))),
                labelled("c", List.of("s", "t"), Truth.ofLastStep(2, StepLabel.WRONG))),
            2);

    Example tree = examples.getFirst();

    assertEquals(1, examples.size());
    assertEquals(List.of("s", "t", "u"), tree.steps().stream().map(Example.Step::text).toList());
    assertEquals(List.of(-1, 0, 0), tree.steps().stream().map(Example.Step::parent).toList());
    assertEquals(
        0.5f, tree.steps().get(1).target().orElseThrow().right(), "labelled twice, unlike");
    assertEquals(4f, tree.steps().get(1).target().orElseThrow().weight());
  }

  private static Labelled labelled(String id, List<String> steps, Truth truth) {
    return new Labelled(
        "set",
        id,
        Labelled.Split.TRAIN,
        new Derivation("problem", steps),
        truth,
        Optional.empty(),
        new Labelled.Provenance("model", "people", "MIT"));
  }
}
