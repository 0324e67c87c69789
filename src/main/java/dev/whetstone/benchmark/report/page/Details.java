package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Slice;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Confusion;
import dev.whetstone.benchmark.report.Mistake;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.StepScores;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Where the verifier is good and where not: steps, positions, slices, single mistakes. */
record Details(Report report) {
  private static final int FEWEST_PROBLEMS = 5;

  String html() {
    return report.stepScores().map(Details::steps).orElse("")
        + report.confusion().map(Details::confusion).orElse("")
        + slices()
        + mistakes();
  }

  private static String steps(StepScores scores) {
    StepPictures pictures = new StepPictures(scores);
    return "<h2>Its scores of single steps</h2>\n<div class=\"three\">"
        + Page.panel("<h3>Reliability</h3>" + pictures.reliability())
        + Page.panel("<h3>ROC of finding wrong steps</h3>" + pictures.roc())
        + Page.panel("<h3>Scores of right and wrong steps</h3>" + pictures.histogram())
        + "</div>\n";
  }

  private static String confusion(Confusion confusion) {
    StringBuilder table =
        new StringBuilder("<h2>First error: labelled (rows), said (columns)</h2>\n");
    table.append("<div class=\"wide\"><table class=\"confusion\"><tr><th></th>");
    confusion
        .said()
        .forEach(name -> table.append("<th>").append(Markup.escape(name)).append("</th>"));
    table.append("</tr>\n");
    for (int row = 0; row < confusion.labelled().size(); row++) {
      table.append("<tr><td>").append(Markup.escape(confusion.labelled().get(row))).append("</td>");
      row(table, confusion.counts().get(row), row);
      table.append("</tr>\n");
    }
    return table
        + "</table></div>\n"
        + "<p class=\"note\">Steps are counted from 1; a fuller colour is a larger share of its"
        + " row.</p>\n";
  }

  private static void row(StringBuilder table, List<Integer> counts, int row) {
    int all = Math.max(1, counts.stream().mapToInt(i -> i).sum());
    for (int column = 0; column < counts.size(); column++)
      table.append(
          String.format(
              Locale.ROOT,
              "<td class=\"count%s\" style=\"--heat:%.2f\">%s</td>",
              column == row ? " hit" : "",
              (double) counts.get(column) / all,
              counts.get(column) == 0 ? "" : Markup.count(counts.get(column))));
  }

  private String slices() {
    return "<h2>Part by part</h2>\n<div class=\"pair\">"
        + bars(Slice.By.STEPS, "F1, by number of steps, %", true, Metrics::f1)
        + bars(Slice.By.STEPS, "step AUC, by number of steps", false, Metrics::stepAuc)
        + bars(
            Slice.By.FIRST_ERROR,
            "first error found, by its place, %",
            true,
            metrics -> metrics.solutions().flatMap(SolutionMetrics::erroneousAccuracy))
        + bars(
            Slice.By.TRAINING,
            "first error, or none, told exactly, by training, %",
            true,
            Metrics::firstErrorAccuracy)
        + bars(
            Slice.By.GENERATOR,
            "first error, or none, told exactly, by who wrote the solution, %",
            true,
            Metrics::firstErrorAccuracy)
        + bars(Slice.By.GENERATOR, "F1, by who wrote the solution, %", true, Metrics::f1)
        + bars(Slice.By.GENERATOR, "step AUC, by who wrote the solution", false, Metrics::stepAuc)
        + "</div>\n<p class=\"note\">Parts of fewer than "
        + FEWEST_PROBLEMS
        + " problems are not drawn.</p>\n";
  }

  private String bars(
      Slice.By by, String title, boolean percent, Function<Metrics, Optional<Estimate>> metric) {
    List<Whiskers.Entry> entries =
        report.slices().stream()
            .filter(s -> s.by() == by && s.metrics().counts().problems() >= FEWEST_PROBLEMS)
            .filter(s -> metric.apply(s.metrics()).isPresent())
            .map(s -> new Whiskers.Entry(s.value(), "verifier", metric.apply(s.metrics())))
            .toList();
    return entries.isEmpty() ? "" : Page.panel(new Whiskers(title, percent, true, entries).svg());
  }

  private String mistakes() {
    if (report.mistakes().isEmpty()) return "";
    StringBuilder list = new StringBuilder("<h2>Its surest mistakes</h2>\n");
    report.mistakes().forEach(mistake -> list.append(mistake(mistake)));
    return list.toString();
  }

  private static String mistake(Mistake mistake) {
    String said = mistake.right() ? "right" : "wrong";
    return """
    <div class="panel mistake"><span class="interval">%s, %s, step %d</span>
    <p class="problem">%s</p><p class="step %s">%s</p>
    <span>P(right) = <b>%s</b>; it is labelled <b>%s</b></span></div>
    """
        .formatted(
            Markup.escape(mistake.set()),
            Markup.escape(mistake.id()),
            mistake.step(),
            Markup.escape(mistake.problem()),
            said,
            Markup.escape(mistake.text()),
            Markup.number(mistake.score()),
            said);
  }
}
