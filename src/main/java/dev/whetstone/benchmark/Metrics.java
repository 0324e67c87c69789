package dev.whetstone.benchmark;

import dev.whetstone.benchmark.metric.BestThreshold;
import dev.whetstone.benchmark.metric.Estimate;
import java.util.Optional;

/**
 * How well one judge does on one group of labelled solutions.
 *
 * @param solutions empty where only single steps are labelled
 * @param steps empty where the judge says nothing of single steps
 */
public record Metrics(
    Counts counts, Optional<SolutionMetrics> solutions, Optional<StepMetrics> steps) {
  /**
   * What the metrics are measured on.
   *
   * @param items labelled solutions, those with single labelled steps among them
   * @param problems which are drawn for the intervals
   * @param refused items the judge refused: its decision on them is missed, their steps are left
   *     out
   * @param erroneous solutions whose first wrong step is known
   * @param correct solutions known to have no wrong step
   * @param rightSteps labelled right or neutral, of the items not refused
   */
  public record Counts(
      int items,
      int problems,
      int refused,
      int erroneous,
      int correct,
      int rightSteps,
      int wrongSteps) {}

  /**
   * Decisions on whole solutions, by the judge's own threshold.
   *
   * @param f1 ProcessBench's, with its two halves; absent as {@code f1Absent} says
   * @param firstErrorAccuracy share whose first wrong step, or its absence, is said exactly
   * @param solutionAccuracy share said rightly to have a wrong step or none
   * @param solutionAuc P(a correct solution is rated above an erroneous one)
   * @param oracle the best F1 that any threshold reaches, chosen on these labels: no result
   */
  public record SolutionMetrics(
      Optional<Estimate> f1,
      Optional<Estimate> erroneousAccuracy,
      Optional<Estimate> correctAccuracy,
      Optional<Estimate> firstErrorAccuracy,
      Estimate solutionAccuracy,
      Optional<Estimate> solutionAuc,
      Optional<BestThreshold> oracle,
      Optional<String> f1Absent) {}

  /**
   * Scores of labelled steps up to the first wrong one.
   *
   * @param auc P(a right step is scored above a wrong one); absent where one kind is
   * @param averagePrecision of finding the wrong steps; their share is what chance reaches
   * @param brier mean squared error of P(step is right)
   * @param expectedCalibrationError over {@value dev.whetstone.benchmark.metric.Calibration#BINS}
   *     bins of equal width
   */
  public record StepMetrics(
      Optional<Estimate> auc,
      Optional<Estimate> averagePrecision,
      Estimate brier,
      double expectedCalibrationError) {}

  public Optional<Estimate> f1() {
    return solutions.flatMap(SolutionMetrics::f1);
  }

  public Optional<Estimate> stepAuc() {
    return steps.flatMap(StepMetrics::auc);
  }

  public Optional<Estimate> firstErrorAccuracy() {
    return solutions.flatMap(SolutionMetrics::firstErrorAccuracy);
  }

  public Optional<Estimate> solutionAccuracy() {
    return solutions.map(SolutionMetrics::solutionAccuracy);
  }
}
