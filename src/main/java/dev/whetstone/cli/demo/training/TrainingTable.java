package dev.whetstone.cli.demo.training;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.cli.demo.chart.Shown;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The comparison as lines for a terminal. */
record TrainingTable(TrainingRuns runs) {
  /** Our rollouts over uniform's, at most. */
  static final double MARK = 0.5;

  private static final int ROWS = 8;

  void print(PrintStream out) {
    out.printf("%nPass rate on the evaluation split, %d seeds%n", runs.seeds().size());
    out.printf("%10s  %-26s%s%n", "rollouts", "our curriculum", "all cells alike");
    List<Optional<Estimate>> ours = runs.curve(Pair::ours);
    List<Optional<Estimate>> uniform = runs.curve(Pair::uniform);
    int last = ours.size() - 1;
    for (int i = 0; i <= last; i++)
      if (i == last || i % Math.max(1, last / ROWS) == 0)
        row(out, i * runs.every(), ours.get(i), uniform.get(i));
    out.printf("%nRollouts to the same pass rate: nine tenths of the gain that both runs reach%n");
    runs.seeds().forEach(pair -> seed(out, pair));
    out.println(verdict());
  }

  private static void row(
      PrintStream out, int rollouts, Optional<Estimate> ours, Optional<Estimate> uniform) {
    out.printf(Locale.ROOT, "%,10d  %-26s%s%n", rollouts, interval(ours), interval(uniform));
  }

  private static String interval(Optional<Estimate> rate) {
    return rate.map(e -> Shown.interval(e, true)).orElse("-");
  }

  private void seed(PrintStream out, Pair pair) {
    if (pair.ratio().isEmpty()) out.printf("  seed %d: one of them gained nothing%n", pair.seed());
    else
      out.printf(
          Locale.ROOT,
          "  seed %d: %s at %,.0f rollouts by ours, %,.0f by uniform: ratio %.2f%n",
          pair.seed(),
          Shown.percent(pair.target()),
          pair.untilTarget(pair.ours()) * runs.every(),
          pair.untilTarget(pair.uniform()) * runs.every(),
          pair.ratio().getAsDouble());
  }

  /** Geometric mean of the seeds' ratios, and whether the mark is met. */
  String verdict() {
    return runs.ratio()
        .map(
            ratio ->
                (ratio.value() <= MARK ? "met      " : "NOT MET  ")
                    + "our rollouts over uniform's, to the same pass rate: "
                    + Shown.interval(ratio, false)
                    + " (mark: at most 0.5)")
        .orElse("NOT MET  no seed gained anything in both runs");
  }
}
