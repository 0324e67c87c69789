package dev.whetstone.benchmark;

import dev.whetstone.benchmark.Metrics.Counts;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Metrics.StepMetrics;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Calibration;
import dev.whetstone.benchmark.metric.Decisions;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Computes every metric of what one judge said, with intervals over the problems. */
public record Measurement(Bootstrap bootstrap) {
  public Metrics of(List<Judged> judged) {
    Solutions solutions = Solutions.of(judged);
    Steps steps = Steps.of(judged);
    return new Metrics(
        counts(judged, solutions, steps),
        solutions.list().isEmpty() ? Optional.empty() : Optional.of(measure(solutions)),
        steps.list().isEmpty() ? Optional.empty() : Optional.of(measure(steps)));
  }

  private static Counts counts(List<Judged> judged, Solutions solutions, Steps steps) {
    return new Counts(
        judged.size(),
        (int) judged.stream().map(j -> Judged.problem(j.item())).distinct().count(),
        (int) judged.stream().filter(j -> j.judgement() instanceof Judgement.Refused).count(),
        solutions.erroneous(),
        solutions.list().size() - solutions.erroneous(),
        steps.list().size() - steps.wrong(),
        steps.wrong());
  }

  private SolutionMetrics measure(Solutions solutions) {
    Decisions decisions = solutions.decisions();
    boolean located = solutions.located();
    return new SolutionMetrics(
        located ? estimate(decisions, decisions::f1) : Optional.empty(),
        located ? estimate(decisions, decisions::erroneousAccuracy) : Optional.empty(),
        located ? estimate(decisions, decisions::correctAccuracy) : Optional.empty(),
        located ? estimate(decisions, decisions::firstErrorAccuracy) : Optional.empty(),
        estimate(decisions, decisions::solutionAccuracy).orElseThrow(),
        auc(solutions.ranking()),
        located ? solutions.oracle() : Optional.empty(),
        f1Absent(solutions));
  }

  private static Optional<String> f1Absent(Solutions solutions) {
    if (!solutions.located()) return Optional.of("the verifier does not say where an error is");
    if (solutions.erroneous() == 0) return Optional.of("there are no erroneous solutions");
    return solutions.erroneous() == solutions.list().size()
        ? Optional.of("there are no correct solutions")
        : Optional.empty();
  }

  private StepMetrics measure(Steps steps) {
    Ranking ranking = steps.ranking();
    Calibration calibration = steps.calibration();
    return new StepMetrics(
        auc(ranking),
        bootstrap.estimate(ranking.clusters(), ranking::averagePrecision),
        bootstrap.estimate(calibration.clusters(), calibration::brier).orElseThrow(),
        calibration.expectedError());
  }

  private Optional<Estimate> estimate(Decisions decisions, ToDoubleFunction<int[]> statistic) {
    return bootstrap.estimate(decisions.clusters(), statistic);
  }

  private Optional<Estimate> auc(Ranking ranking) {
    return bootstrap.estimate(ranking.clusters(), ranking::auc);
  }
}
