package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.cli.demo.chart.Shown;
import dev.whetstone.training.simulation.Comparison;
import dev.whetstone.training.simulation.Measure;
import dev.whetstone.training.simulation.World;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** The comparison as lines for a terminal. */
record LoopTable(Comparison comparison, World world, Optional<HumanLabels> labels) {
  private static final int ROWS = 10;
  private static final String ROW = "%5s  %13s  %15s  %13s  %11s  %9s  %9s%n";

  void print(PrintStream out) {
    out.println();
    out.printf(
        ROW, "", "exploit rate", "accuracy", "human: AUC", "label error", "to people", "calls");
    out.printf(ROW, "round", "off      on", "off      on", "off     on", "on", "on", "on");
    for (int round = 1; round <= comparison.rounds(); round++)
      if (round == 1 || round % Math.max(1, comparison.rounds() / ROWS) == 0) row(out, round);
    out.println();
    told(out, "exploit rate of the last rounds, loop off", comparison.exploits(false), true);
    told(out, "exploit rate of the last rounds, loop on", comparison.exploits(true), true);
    told(out, "on over off (mark: at most 0.25)", comparison.ratio(), false);
    told(out, "accuracy at the end, loop off", last(Measure.ACCURACY, false), true);
    told(out, "accuracy at the end, loop on", last(Measure.ACCURACY, true), true);
    if (labels.isPresent()) {
      out.printf("  human labels: %s%n", labels.get());
      told(out, "AUC on human labels, loop off", last(Measure.HUMAN, false), true);
      told(out, "AUC on human labels, loop on", last(Measure.HUMAN, true), true);
    } else
      out.println("  human labels: none were given, so nothing is told of them (--labels FILE)");
    told(out, "label error", last(Measure.LABEL_ERROR, true), true);
    told(out, "sent to people", last(Measure.PEOPLE, true), true);
    told(out, "calls", last(Measure.CALLS, true), false);
    told(out, "versions promoted", comparison.promoted(), false);
  }

  private void row(PrintStream out, int round) {
    out.printf(
        ROW,
        round,
        both(Measure.EXPLOITS, round),
        both(Measure.ACCURACY, round),
        both(Measure.HUMAN, round),
        one(Measure.LABEL_ERROR, true, round),
        one(Measure.PEOPLE, true, round),
        one(Measure.CALLS, true, round));
  }

  private String both(Measure measure, int round) {
    return one(measure, false, round) + "  " + one(measure, true, round);
  }

  private String one(Measure measure, boolean loop, int round) {
    return comparison
        .curve(measure, loop)
        .get(round - 1)
        .map(e -> Shown.number(measure.isShare(), e.value()))
        .orElse("-");
  }

  private Optional<Estimate> last(Measure measure, boolean loop) {
    return comparison.curve(measure, loop).getLast();
  }

  private static void told(
      PrintStream out, String what, Optional<Estimate> estimate, boolean isShare) {
    out.printf(
        Locale.ROOT,
        "  %-44s %s%n",
        what,
        estimate.map(e -> Shown.interval(e, isShare)).orElse("-"));
  }
}
