package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Steps;
import dev.whetstone.benchmark.metric.Calibration.Bin;
import dev.whetstone.benchmark.metric.Ranking.Point;
import java.util.Arrays;
import java.util.List;

/**
 * How a verifier's scores of labelled steps are spread.
 *
 * @param bins of the reliability diagram
 * @param roc of finding the wrong steps
 * @param rightSteps how many right steps were scored within each of {@value #BARS} equal ranges
 * @param wrongSteps the same of wrong steps
 */
public record StepScores(
    List<Bin> bins, List<Point> roc, List<Integer> rightSteps, List<Integer> wrongSteps) {
  private static final int BARS = 20;
  private static final int ROC_POINTS = 150;

  static StepScores of(Steps steps) {
    return new StepScores(
        steps.calibration().bins(),
        steps.ranking().roc(ROC_POINTS),
        bars(steps, true),
        bars(steps, false));
  }

  private static List<Integer> bars(Steps steps, boolean right) {
    Integer[] bars = new Integer[BARS];
    Arrays.fill(bars, 0);
    for (Steps.Step step : steps.list())
      if (step.right() == right) bars[Math.min(BARS - 1, (int) (step.score() * BARS))]++;
    return List.of(bars);
  }
}
