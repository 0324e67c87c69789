package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.Metrics.Counts;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Metrics.StepMetrics;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Scorecard;
import java.util.Optional;
import java.util.function.Function;

/** Each set, and all of them pooled: the verifier's row, then those of the judges beside it. */
record SetTable(Report report) {
  private static final String HEAD =
      """
      <tr><th>judge</th><th>F1</th><th>first error found</th><th>correct accepted</th>
      <th>first error or none</th><th>solution</th><th>step AUC</th><th>avg. precision</th>
      <th>Brier</th><th>ECE</th></tr>
      """;

  String html() {
    StringBuilder table = new StringBuilder("<div class=\"wide\"><table>\n" + HEAD);
    report.sets().forEach(set -> set(table, set.name()));
    if (report.sets().size() > 1) part(table, "all sets pooled", Scorecard::all);
    return table + "</table></div>\n";
  }

  private void set(StringBuilder table, String name) {
    part(table, name, card -> card.sets().get(name));
    for (Scorecard card : report.scorecards())
      Optional.ofNullable(card.lead().get(name)).ifPresent(lead -> table.append(lead(lead)));
  }

  /** How far the verifier leads another judge, paired. */
  private static String lead(Comparison lead) {
    StringBuilder row = new StringBuilder("<tr class=\"lead\"><td>less ");
    row.append(Markup.escape(lead.second())).append(", paired</td>");
    cell(row, lead.f1(), true);
    row.append("<td></td><td></td>");
    String exactly =
        lead.firstError()
            .map(m -> m.onlyFirst() + " : " + m.onlySecond() + ", p " + Markup.number(m.p()))
            .orElse("");
    row.append("<td>").append(exactly).append("</td><td></td>");
    cell(row, lead.stepAuc(), false);
    return row.append("<td></td><td></td><td></td></tr>\n").toString();
  }

  private void part(StringBuilder table, String name, Function<Scorecard, Metrics> metrics) {
    Metrics verifier = metrics.apply(report.verifier());
    table
        .append("<tr class=\"set\"><td colspan=\"10\"><b>%s</b> ".formatted(Markup.escape(name)))
        .append(
            "<span class=\"interval\">%s%s</span></td></tr>\n"
                .formatted(counts(verifier.counts()), absence(verifier) + training(name)));
    for (Scorecard card : report.scorecards()) table.append(row(card, metrics.apply(card)));
  }

  private static String counts(Counts counts) {
    String solutions =
        counts.erroneous() + counts.correct() == 0
            ? "single labelled steps"
            : "%s erroneous, %s correct solutions"
                .formatted(Markup.count(counts.erroneous()), Markup.count(counts.correct()));
    return "%s; %s problems; %s right, %s wrong steps; %s refused"
        .formatted(
            solutions,
            Markup.count(counts.problems()),
            Markup.count(counts.rightSteps()),
            Markup.count(counts.wrongSteps()),
            Markup.count(counts.refused()));
  }

  private static String absence(Metrics metrics) {
    if (metrics.solutions().isEmpty()) return "; no F1: only single steps are labelled";
    return metrics
        .solutions()
        .flatMap(SolutionMetrics::f1Absent)
        .map(why -> "; no F1: " + Markup.escape(why))
        .orElse("");
  }

  private String training(String set) {
    return report.trainingNote(set).map(note -> "; " + Markup.escape(note)).orElse("");
  }

  private static String row(Scorecard card, Metrics metrics) {
    StringBuilder row = new StringBuilder("<tr class=\"" + style(card) + "\">");
    row.append("<td>").append(Markup.escape(card.judge())).append("</td>");
    cell(row, metrics.f1(), true);
    cell(row, metrics.solutions().flatMap(SolutionMetrics::erroneousAccuracy), true);
    cell(row, metrics.solutions().flatMap(SolutionMetrics::correctAccuracy), true);
    cell(row, metrics.firstErrorAccuracy(), true);
    cell(row, metrics.solutionAccuracy(), true);
    cell(row, metrics.stepAuc(), false);
    cell(row, metrics.steps().flatMap(StepMetrics::averagePrecision), false);
    cell(row, metrics.steps().map(StepMetrics::brier), false);
    String ece =
        metrics.steps().map(s -> Markup.number(s.expectedCalibrationError())).orElse(Markup.ABSENT);
    return row.append("<td>" + ece + "</td></tr>\n").toString();
  }

  private static void cell(StringBuilder row, Optional<Estimate> estimate, boolean percent) {
    row.append("<td>").append(Markup.cell(estimate, percent)).append("</td>");
  }

  /** The class that gives a judge its colour. */
  static String style(Scorecard card) {
    return switch (card.role()) {
      case VERIFIER -> "verifier";
      case AGAINST -> "against";
      case BASELINE -> "baseline";
    };
  }
}
