package dev.whetstone.cli.demo.training;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.page.Document;
import dev.whetstone.benchmark.report.page.Markup;
import dev.whetstone.cli.demo.chart.Chart;
import dev.whetstone.cli.demo.chart.Chart.Axis;
import dev.whetstone.cli.demo.chart.Chart.Line;
import dev.whetstone.cli.demo.chart.Scale;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The comparison as one HTML page that needs no other file. */
record TrainingPage(TrainingRuns runs) {
  private static final String TITLE = "A very small model, trained by two curricula";

  String html() {
    return Document.of(
        TITLE,
        """
        <header><h1>%s</h1>
        <p>TRL's GRPOTrainer on a transformer of about a hundred thousand weights: open brackets to close, tasks and \
        rewards from this server. Both runs of a seed begin at the same model. %d seeds; bands: 95 %% intervals over them.</p></header>
        <div class="panel">%s</div>
        <p class="note">%s</p>
        """
            .formatted(
                TITLE,
                runs.seeds().size(),
                chart().svg(),
                Markup.escape(new TrainingTable(runs).verdict())));
  }

  private Chart chart() {
    List<Line> lines =
        List.of(
            new Line("ours", "verifier", runs.curve(Pair::ours)),
            new Line("uniform", "against", runs.curve(Pair::uniform)));
    return new Chart(
        "pass rate on the evaluation split, over rollouts",
        top(lines),
        true,
        lines,
        new Axis("rollouts", 0, runs.every()));
  }

  private static double top(List<Line> lines) {
    return Math.min(
        1,
        Scale.above(
            lines.stream()
                .flatMap(line -> Stream.of(line.points()).flatMap(List::stream))
                .flatMap(Optional::stream)
                .mapToDouble(Estimate::high)
                .max()
                .orElse(1)));
  }
}
