package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.StepLabel.NEUTRAL;
import static dev.whetstone.benchmark.label.StepLabel.RIGHT;
import static dev.whetstone.benchmark.label.StepLabel.UNKNOWN;
import static dev.whetstone.benchmark.label.StepLabel.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Truth.Scope;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
  @Test
  void aFirstErrorTellsOfTheStepsBeforeItAndNothingAfter() {
    Truth truth = Truth.ofFirstError(4, OptionalInt.of(2));
    assertEquals(List.of(RIGHT, RIGHT, WRONG, UNKNOWN), truth.steps());
    assertEquals(OptionalInt.of(2), truth.firstError());
    assertTrue(truth.hasError());
  }

  @Test
  void noErrorTellsOfAllSteps() {
    Truth truth = Truth.ofFirstError(2, OptionalInt.empty());
    assertEquals(List.of(RIGHT, RIGHT), truth.steps());
    assertEquals(OptionalInt.empty(), truth.firstError());
    assertFalse(truth.hasError());
  }

  @Test
  void neutralCountsAsRight() {
    assertTrue(NEUTRAL.isRight());
    assertEquals(
        OptionalInt.empty(), new Truth(List.of(NEUTRAL, RIGHT), Scope.SOLUTION).firstError());
    assertFalse(UNKNOWN.isRight());
  }

  @Test
  void aSingleStepDoesNotTellTheFirstError() {
    Truth truth = Truth.ofLastStep(3, WRONG);
    assertEquals(List.of(UNKNOWN, UNKNOWN, WRONG), truth.steps());
    assertThrows(IllegalStateException.class, truth::firstError);
  }

  @Test
  void aWholeSolutionIsLabelledUpToItsFirstError() {
    List<StepLabel> unknownFirst = List.of(UNKNOWN, WRONG);
    assertThrows(IllegalArgumentException.class, () -> new Truth(unknownFirst, Scope.SOLUTION));
    List<StepLabel> open = List.of(RIGHT, UNKNOWN);
    assertThrows(IllegalArgumentException.class, () -> new Truth(open, Scope.SOLUTION));
    List<StepLabel> none = List.of(UNKNOWN);
    assertThrows(IllegalArgumentException.class, () -> new Truth(none, Scope.STEP));
  }

  @Test
  void signsAreReadAsTheyAreWritten() {
    Truth truth = new Truth(List.of(RIGHT, NEUTRAL, WRONG, UNKNOWN), Scope.SOLUTION);
    assertEquals("+0-?", truth.signs());
    assertEquals(truth, Truth.ofSigns("+0-?", Scope.SOLUTION));
  }

  @ParameterizedTest
  @CsvSource({
    "prm800k_p1_train_steps,TRAIN",
    "prmbench_trainp1_synthetic,TRAIN",
    "prm800k_p1_valid_steps,VALIDATION",
    "ours/dev,VALIDATION",
    "constrained_problems,TEST",
    "mrben_math,TEST"
  })
  void aNameTellsTheSplitOrElseItIsATest(String name, Split split) {
    assertEquals(split, Split.ofName(name));
  }
}
