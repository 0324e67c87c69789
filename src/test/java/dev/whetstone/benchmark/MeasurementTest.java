package dev.whetstone.benchmark;

import static dev.whetstone.benchmark.Items.NONE;
import static dev.whetstone.benchmark.Items.judged;
import static dev.whetstone.benchmark.Items.refused;
import static dev.whetstone.benchmark.Items.solution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Metrics.Counts;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Metrics.StepMetrics;
import dev.whetstone.benchmark.metric.Bootstrap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final Measurement MEASUREMENT = new Measurement(new Bootstrap(200, 1));

  /** Found, missed, accepted, accused; worked out by hand. */
  private static final List<Judged> FOUR =
      List.of(
          judged(solution("s", "a", 3, 1), 0.9, 0.2, 0.1),
          judged(solution("s", "b", 2, 1), 0.8, 0.6),
          judged(solution("s", "c", 2, NONE), 0.7, 0.9),
          judged(solution("s", "d", 1, NONE), 0.4));

  @Test
  void decisionsAreThoseAtTheJudgesThreshold() {
    SolutionMetrics solutions = MEASUREMENT.of(FOUR).solutions().orElseThrow();
    assertEquals(0.5, solutions.erroneousAccuracy().orElseThrow().value());
    assertEquals(0.5, solutions.correctAccuracy().orElseThrow().value());
    assertEquals(0.5, solutions.f1().orElseThrow().value());
    assertEquals(0.5, solutions.firstErrorAccuracy().orElseThrow().value());
    assertEquals(0.5, solutions.solutionAccuracy().value());
    // by their lowest steps: 0.7 and 0.4 against 0.1 and 0.6
    assertEquals(0.75, solutions.solutionAuc().orElseThrow().value());
    assertEquals(Optional.empty(), solutions.f1Absent());
  }

  @Test
  void theOracleIsAtLeastAsGoodAsAnyThreshold() {
    SolutionMetrics solutions = MEASUREMENT.of(FOUR).solutions().orElseThrow();
    // in (0.2, 0.4]: a's error found, b's missed, both correct ones accepted
    assertEquals(2 * 0.5 / 1.5, solutions.oracle().orElseThrow().f1(), 1e-12);
    assertEquals(0.3, solutions.oracle().orElseThrow().threshold(), 1e-12);
  }

  @Test
  void stepsAfterTheFirstErrorAreLeftOut() {
    Metrics metrics = MEASUREMENT.of(FOUR);
    assertEquals(new Counts(4, 4, 0, 2, 2, 5, 2), metrics.counts());
    StepMetrics steps = metrics.steps().orElseThrow();
    // wrong 0.2 and 0.6; right 0.9, 0.8, 0.7, 0.9, 0.4: one pair of ten is the wrong way round
    assertEquals(0.9, steps.auc().orElseThrow().value(), 1e-12);
    assertEquals((1 + 2.0 / 3) / 2, steps.averagePrecision().orElseThrow().value(), 1e-12);
    double squares = 0.04 + 0.36 + 0.01 + 0.04 + 0.09 + 0.01 + 0.36;
    assertEquals(squares / 7, steps.brier().value(), 1e-12);
  }

  @Test
  void aRefusedItemIsCountedAndItsDecisionMissed() {
    Metrics metrics =
        MEASUREMENT.of(
            List.of(
                judged(solution("s", "a", 1, 0), 0.1),
                refused(solution("s", "b", 1, 0)),
                judged(solution("s", "c", 1, NONE), 0.9),
                refused(solution("s", "d", 1, NONE))));
    assertEquals(2, metrics.counts().refused());
    assertEquals(0.5, metrics.f1().orElseThrow().value());
    assertEquals(0.5, metrics.solutionAccuracy().orElseThrow().value());
    assertEquals(2, metrics.counts().rightSteps() + metrics.counts().wrongSteps());
  }

  @Test
  void singleLabelledStepsHaveStepMetricsAlone() {
    Metrics metrics =
        MEASUREMENT.of(
            List.of(
                judged(Items.step("a", Items.texts(2), true), 0.1, 0.9),
                judged(Items.step("a", Items.texts(3), false), 0.1, 0.1, 0.3)));
    assertTrue(metrics.solutions().isEmpty());
    assertEquals(1, metrics.stepAuc().orElseThrow().value());
    assertEquals(1, metrics.counts().problems());
  }

  @Test
  void aSetOfWrongSolutionsHasNoF1AndSaysWhy() {
    SolutionMetrics solutions =
        MEASUREMENT
            .of(List.of(judged(solution("s", "a", 2, 0), 0.1, 0.1)))
            .solutions()
            .orElseThrow();
    assertTrue(solutions.f1().isEmpty());
    assertEquals(Optional.of("there are no correct solutions"), solutions.f1Absent());
    assertEquals(1, solutions.erroneousAccuracy().orElseThrow().value());
  }

  @Test
  void whoReadsTheWholeAloneHasNoFirstErrorAndNoSteps() {
    Judgement whole = new Judgement.Said(List.of(), OptionalInt.empty(), true, 0.8);
    Metrics metrics = MEASUREMENT.of(List.of(new Judged(solution("s", "a", 2, NONE), whole)));
    assertTrue(metrics.steps().isEmpty());
    assertTrue(metrics.f1().isEmpty());
    assertEquals(1, metrics.solutionAccuracy().orElseThrow().value());
    assertEquals(
        Optional.of("the verifier does not say where an error is"),
        metrics.solutions().orElseThrow().f1Absent());
  }
}
